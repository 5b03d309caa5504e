import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { ImportError } from "../ImportError.ts";
import { limits } from "../limits.ts";
import type { PersonDescription } from "../reading/Item.ts";
import type { Answer } from "./Answer.ts";
import type { Gateway } from "./Gateway.ts";

/** The ticket of a person, or the field of the description that cannot be announced. */
export type Announced = { readonly ticket: string } | { readonly field: string };

interface Announcement {
  readonly reference: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Characters of a reference of the announcement. */
const referenceCharactersMax = 100;

/**
 * Announces persons and remembers their tickets. The same description under the same file reference has the same ticket, however often
 * it comes; another description under it is another announcement.
 */
export class Announcer {
  readonly #gateway: Gateway;
  readonly #known = new LRUCache<string, Announced>({ max: limits.ticketsMax });

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** What became of each, in their order. */
  async announce(persons: readonly PersonDescription[]): Promise<readonly Announced[]> {
    const announcements = persons.map(announcementOf);
    const due = new Map(announcements.map((each) => [each.reference, each]));
    for (const reference of due.keys()) if (this.#known.has(reference)) due.delete(reference);
    const answered = new Map<string, Announced>();
    while (due.size > 0) {
      const groups = groupsOf([...due.values()]);
      const answer = await this.#gateway.send(operation(groups.length), Object.fromEntries(groups.map(named)));
      for (const [reference, announced] of groups.flatMap((group, index) => told(group, `a${index}`, answer))) {
        due.delete(reference);
        answered.set(reference, announced);
        this.#known.set(reference, announced);
      }
    }
    return announcements.map(({ reference }) => answered.get(reference) ?? this.#known.get(reference) ?? unanswered());
  }
}

function unanswered(): never {
  throw new Error("Every announcement is answered.");
}

function announcementOf(person: PersonDescription): Announcement {
  const hash = createHash("sha256").update(JSON.stringify(person)).digest("base64url");
  const short = `${person.fileRef}#${hash.slice(0, 16)}`;
  const reference = short.length > referenceCharactersMax ? hash : short;
  return { reference, input: { ...person, reference } };
}

function groupsOf(due: readonly Announcement[]): readonly (readonly Announcement[])[] {
  const groups: (readonly Announcement[])[] = [];
  for (let from = 0; from < due.length && groups.length < limits.announcementsMax; from += limits.personsMax) {
    groups.push(due.slice(from, from + limits.personsMax));
  }
  return groups;
}

function operation(groups: number): string {
  const indices = Array.from({ length: groups }, (_, index) => index);
  const variables = indices.map((index) => `$a${index}: [PersonDescription!]!`).join(", ");
  const fields = indices.map((index) => `a${index}: announcePersons(input: $a${index}) { announcements { ticket } }`);
  return `mutation Announce(${variables}) { ${fields.join(" ")} }`;
}

const named = (group: readonly Announcement[], index: number) =>
  [`a${index}`, group.map(({ input }) => input)] as const;

/** Of a group that was refused for one description only that one is told; the others are announced again. */
function told(
  group: readonly Announcement[],
  alias: string,
  answer: Answer,
): readonly (readonly [string, Announced])[] {
  const tickets: readonly { readonly ticket: string }[] | undefined = answer.data?.[alias]?.announcements;
  if (tickets !== undefined)
    return group.map(({ reference }, index) => [reference, { ticket: tickets[index]?.ticket ?? "" }]);
  const error = answer.errors.find(({ path }) => path?.[0] === alias) ?? answer.errors[0];
  const [, index = "", field = ""] = /^input\.(\d+)\.(\w+)/.exec(error?.extensions?.field ?? "") ?? [];
  const refused = group[Number(index)];
  if (index === "" || refused === undefined) {
    throw new ImportError(
      `Persons cannot be announced (${error?.extensions?.code ?? "no answer"}): ${error?.message ?? ""}`,
    );
  }
  return [[refused.reference, { field }]];
}
