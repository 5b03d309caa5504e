/** Life of a demonstration token in minutes: a working day, and at most a full one. */
export const tokenLife = { minutesDefault: 8 * 60, minutesMax: 24 * 60 } as const;
