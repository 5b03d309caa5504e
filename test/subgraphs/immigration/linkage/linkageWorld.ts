import { eq } from "drizzle-orm";
import { personFact, personTicket } from "../../../../subgraphs/shell/tables.ts";
import { aGrant } from "../../aGrant.ts";
import { grantEntries } from "../../grantEntries.ts";
import type { Answer } from "../../openRoom.ts";
import { openWorld, type World } from "../world.ts";

const own = (category: string) => [
  ...grantEntries("WRITE", [category], ["ANY"], []),
  ...grantEntries("SEE", [category], ["ANY"], []),
];
const identity = ["PERSON_REFERENCE", "IDENTITY", "ORIGIN"];

/** Who asks: interfaces, and the two clearing offices as the policy grants them. */
export const linkageAskers = {
  borken: aGrant("ABH_05554", own("PERSON_ANNOUNCEMENT"), { role: "INTAKE", purpose: "DATA_MAINTENANCE" }),
  lka: aGrant("LKA_NRW", own("PERSON_ANNOUNCEMENT"), { role: "INTAKE", purpose: "DATA_MAINTENANCE" }),
  clearing: aGrant(
    "CLEARING",
    [
      ...grantEntries("WRITE", ["CLEARING"], ["ANY"]),
      ...grantEntries("SEE", ["CLEARING"], ["ANY"]),
      ...grantEntries("SEE", identity, ["CLEARING_CANDIDATE"]),
    ],
    { role: "CLEARING_OFFICER", purpose: "IDENTITY_CLEARING" },
  ),
  blocked: aGrant(
    "CLEARING_BLOCKED",
    [...own("CLEARING"), ...grantEntries("SEE", identity, ["CLEARING_CANDIDATE"], [])],
    {
      role: "CLEARING_OFFICER",
      purpose: "BLOCKED_CLEARING",
    },
  ),
} as const;

type Asker = keyof typeof linkageAskers;

/** Nobody on file at first, and offices that announce, are asked and decide. */
export interface LinkageWorld extends World {
  /** Announces one person whose file could be opened; particulars say what is different. Its ticket. */
  announce(particulars?: object, asker?: Asker): Promise<string>;
  ticket(ticket: string): Promise<typeof personTicket.$inferSelect>;
  /** What a mutation with this input came to: the act, or the error's code. */
  act(asker: Asker, mutation: string, input: object): Promise<{ readonly id: string; readonly act: string } | string>;
  /** Questions of an office: tickets, with the references of candidates. */
  questions(asker: Asker): Promise<ReadonlyMap<string, readonly string[]>>;
  block(personRef: string): Promise<void>;
  /** Takes everybody and everything out. */
  forgetAll(): Promise<void>;
}

const tables = [
  ...[
    "person",
    "announced_person",
    "linkage_form",
    "linkage_term",
    "clearing_candidate",
    "linkage_act",
    "merged_row",
    "toleration",
  ].map((name) => `immigration.${name}`),
  ...["relation", "person_fact", "person_ticket", "person_merge", "fact_end"].map((name) => `directory.${name}`),
];

let announced = 0;

export async function openLinkageWorld(): Promise<LinkageWorld> {
  const world = await openWorld([]);
  const { owner } = world.store;
  const described = {
    fileRef: "ABH-BOR-1/26",
    familyName: "Zaidan",
    givenNames: "Ruqayya",
    dateOfBirth: "1994-05-12",
    placeOfBirth: "Homs",
    citizenships: ["SYR"],
    competentAuthority: "ABH_05554",
  };
  return {
    ...world,
    async announce(particulars = {}, asker = "borken") {
      announced += 1;
      const query =
        "mutation ($input: [PersonDescription!]!) { announcePersons(input: $input) { announcements { ticket } } }";
      const input = [{ ...described, reference: `M-${announced}`, ...particulars }];
      const { data } = await world.ask(linkageAskers[asker], query, { input });
      return data.announcePersons.announcements[0].ticket;
    },
    async ticket(ticket) {
      const [row] = await owner.select().from(personTicket).where(eq(personTicket.ticket, ticket));
      if (row === undefined) throw new Error("There is no such ticket.");
      return row;
    },
    async act(asker, mutation, input) {
      const kind = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation ($input: ${kind}!) { ${mutation}(input: $input) { act { id act by reason } } }`;
      const { data, codes } = await world.ask(linkageAskers[asker], query, {
        input: { reason: "Nach Einsicht in die Akten", ...input },
      });
      return data?.[mutation]?.act ?? codes[0];
    },
    async questions(asker) {
      const query = "{ clearingQueue { ticket candidates { person { personRef familyName } bits family } } }";
      const { data }: Pick<Answer, "data"> = await world.ask(linkageAskers[asker], query);
      type Question = {
        readonly ticket: string;
        readonly candidates: readonly { readonly person: { readonly personRef: string } }[];
      };
      return new Map(
        (data.clearingQueue as readonly Question[]).map((each) => [
          each.ticket,
          each.candidates.map(({ person }) => person.personRef),
        ]),
      );
    },
    forgetAll: () => world.store.script(`TRUNCATE ${tables.join(", ")}`),
    block: async (personRef) =>
      void (await owner.insert(personFact).values({ personRef, kind: "LARGE_TRANSFER_BLOCK", since: "2025-01-01" })),
  };
}
