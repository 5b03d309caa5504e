/** Addresses of the console's pages: the server sends the same page for each, and the page shows what belongs there. */
export const pagePaths = [
  "/",
  "/anmeldung",
  "/protokoll",
  "/protokoll/:id",
  "/berechtigungen",
  "/ordnung",
  "/arbeitsliste",
  "/anstehend",
  "/fall",
  "/betroffenenrechte",
  "/barrierefreiheit",
  "/rueckmeldung",
] as const;
