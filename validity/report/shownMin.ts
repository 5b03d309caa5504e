/** Fewest persons that a figure may stand for, as in every table of statistics (decision 0017). */
export const shownMin = 5;
