/** Offices that are asked whom a description is of: those who may know of persons under a large transfer block (§ 4 (2) AZRG), and the others. */
export const clearingOffices = { open: "CLEARING", blocked: "CLEARING_BLOCKED" } as const;
