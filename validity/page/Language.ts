/** Languages of the report; German comes first. */
export type Language = "de" | "en";
