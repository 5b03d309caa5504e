/** Stands for a class where a row cannot be read. It is no class of any fact, so that nothing is read into it. */
export const unreadable = "INVALID";
