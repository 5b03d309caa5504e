/** Form of a person's opaque reference. A text of another form leads to nobody. */
export const personRefPattern = /^P-[0-9A-Za-z]{12}$/;
