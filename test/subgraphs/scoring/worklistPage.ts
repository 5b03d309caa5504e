import { expect } from "vitest";
import type { WorklistGroup } from "../../../subgraphs/scoring/worklistGroups.ts";
import { askers } from "./askers.ts";
import type { ScoringWorld } from "./scoringWorld.ts";

/** Entry of the worklist as these tests compare it. */
export interface Entry {
  readonly group: WorklistGroup;
  readonly date: string;
  readonly caseRef: string;
}

export const worklistQuery = `query ($first: Int, $after: String, $group: WorklistGroup) {
  worklist(first: $first, after: $after, group: $group) {
    edges { node { group date case { caseRef } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One page of the worklist; without more said, that of RRK Münster. */
export async function worklistPage(world: ScoringWorld, variables: object, grant = askers.rrkMuenster) {
  const { data, errors } = await world.ask(grant, worklistQuery, variables);
  expect(errors).toBeUndefined();
  const { edges, pageInfo } = data.worklist;
  const entries: readonly Entry[] = edges.map(({ node }: { node: Omit<Entry, "caseRef"> & { case: Entry } }) => ({
    group: node.group,
    date: node.date,
    caseRef: node.case.caseRef,
  }));
  return { entries, pageInfo: pageInfo as { hasNextPage: boolean; endCursor: string | null } };
}
