/** Relations that tie an office to a case. They end some time after the case; that of the data subject does not. */
export const officeTies = ["OWN_CASE", "PARTICIPATING_CASE", "ADMITTED_CASE", "CONSENT_REQUEST"] as const;
