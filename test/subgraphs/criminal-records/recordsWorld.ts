import type { GrantClaims } from "../../../schema/grant.ts";
import { criminalRecords } from "../../../subgraphs/criminal-records/subgraph.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { openRoom, type Room } from "../openRoom.ts";

/** The criminal records of a few persons, served by the real shell. */
export interface RecordsWorld extends Pick<Room, "store" | "statementsOf" | "close"> {
  /** What the subgraph tells of persons, in their order, under a grant. */
  tell(grant: GrantClaims, selection: string, ...personRefs: readonly string[]): Promise<Told>;
}

export interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its selection
  readonly persons: readonly any[];
  readonly codes: readonly unknown[];
}

/** @param subgraph the one that is served; another only to see what the shell makes of its mistakes */
export async function openRecordsWorld(subgraph = criminalRecords): Promise<RecordsWorld> {
  const room = await openRoom(subgraph);
  return {
    ...room,
    async tell(grant, selection, ...personRefs) {
      const { data, errors = [] } = await room.ask(
        grant,
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { ${selection} } } }`,
        { of: personRefs.map((personRef) => ({ __typename: "Person", personRef })) },
      );
      return { persons: data?._entities ?? [], codes: errors.map(({ extensions }) => extensions?.code) };
    },
  };
}

/** A grant to read categories under one relation, unless it says otherwise. */
export function grantFor(
  office: string,
  when: string,
  categories: readonly string[],
  particulars: Partial<GrantClaims> = {},
  unless: readonly string[] = [],
): GrantClaims {
  const entries = [
    ...grantEntries("SEE", categories, [when], unless),
    ...grantEntries("SEE", ["RELATION_FACTS"], ["ANY"], []),
  ];
  return aGrant(office, entries, { person: null, ...particulars });
}
