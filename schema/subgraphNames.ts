/** The subgraphs in the order in which they are composed. The order does not matter. */
export const subgraphNames = ["immigration", "criminal-records", "scoring", "casework", "validity", "audit"] as const;

export type SubgraphName = (typeof subgraphNames)[number];
