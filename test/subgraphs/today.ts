/** Date of the question in the tests of the subgraphs. */
export const today = "2026-06-15";
