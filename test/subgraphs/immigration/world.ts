import type { GrantClaims } from "../../../schema/grant.ts";
import { immigration } from "../../../subgraphs/immigration/subgraph.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { aBlueprint } from "../aBlueprint.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { openRoom, type Room } from "../openRoom.ts";

/** Immigration data of a few persons, served by the real shell. */
export interface World extends Pick<Room, "store" | "statementsOf" | "close"> {
  /** The subgraph's answer under a grant; `data` is null where there is none. */
  ask(grant: GrantClaims, query: string, variables?: object): Promise<Answer>;
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its query
  readonly data: any;
  readonly codes: readonly unknown[];
}

export async function openWorld(blueprints: readonly Blueprint[]): Promise<World> {
  const room = await openRoom(immigration);
  await immigration.populate?.(room.store.owner, blueprints);
  return {
    ...room,
    async ask(grant, query, variables) {
      const { data = null, errors = [] } = await room.ask(grant, query, variables);
      return { data, codes: errors.map(({ extensions }) => extensions?.code) };
    },
  };
}

/** An adult third-country national whose file Kreis Borken keeps, without any procedure, but for what is particular. */
export function blueprint(index: number, particulars: Partial<Blueprint> = {}): Blueprint {
  return aBlueprint(`P-TEST${String(index).padStart(8, "0")}`, { index, fileRef: `ABH-BOR-${index}`, ...particulars });
}

/** Relations under which each category is granted. */
export type Sees = Readonly<Record<string, readonly string[]>>;

/** A grant to read; every category is closed to persons under the large transfer block, as the policy has it. */
export function grant(office: string, sees: Sees, particulars: Partial<GrantClaims> = {}): GrantClaims {
  const entries = Object.entries(sees).flatMap(([category, when]) => grantEntries("SEE", [category], when));
  return aGrant(office, entries, { purpose: "RESIDENCE_PROCEDURE", person: null, ...particulars });
}
