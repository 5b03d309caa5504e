/** Date the population is made for: a day in the pilot (1 March to 31 August 2026). */
export const populationDate = "2026-06-15";
