import { offices } from "../../schema/offices.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { type NaiveQuestion, naiveRuleIds } from "../gateway/policy/naivePolicy.ts";
import type { Item, Registry } from "./Registry.ts";
import type { Setting } from "./Setting.ts";

type Action = NaiveQuestion["action"];

const relations = Object.keys({ ...vocabulary.relations, ...vocabulary.recordRelations });

/** What is judged by the relations to a person or case: these themselves, and entries that are about one case. */
const records = ["Person", "Case", "WorklistEntry", "DatedCase", "Notice"];

/** Records that are judged one by one, and the columns that name the offices whose own they are. */
const ownerColumns: Readonly<Record<string, readonly string[]>> = {
  Investigation: ["sourceOffice"],
  Custody: ["sourceOffice", "enforcedBy"],
  WantedNotice: ["sourceOffice"],
  RepeatOffenderListing: ["sourceOffice"],
  PoliceFinding: ["sourceOffice"],
  Measure: ["office"],
  ProsecutorConsent: ["office"],
};

/** What the policy's files say to one who asks, about records of which the directory tells what holds. */
export class Rules {
  readonly setting: Setting;
  /** The holder's relations in force, narrowed to the persons of the stated case. */
  readonly ties: readonly Item[];
  readonly #facts: readonly Item[];
  readonly #known = new Map<string, boolean>();

  constructor(setting: Setting, { rows }: Registry) {
    this.setting = setting;
    this.#facts = rows("directory.person_fact").filter((fact) => this.inForce(fact));
    const own = rows("directory.relation").filter((tie) => tie.office === setting.holder && this.inForce(tie));
    const inCase = new Set(own.filter((tie) => tie.caseRef === setting.caseRef).map((tie) => tie.personRef));
    this.ties = setting.caseRef === null ? own : own.filter((tie) => inCase.has(tie.personRef));
  }

  /** Both days are part of it. */
  inForce({ since, until }: Item): boolean {
    return since <= this.setting.date && (until === null || until >= this.setting.date);
  }

  /** Relations and facts by which a person is judged. */
  personFacts(personRef: string): readonly string[] {
    const about = (each: Item) => each.personRef === personRef;
    return [...this.ties.filter(about), ...this.#facts.filter(about)].map(({ kind }) => kind);
  }

  /** Relations and facts by which a case is judged; none where the holder does not know its person under its reference. */
  caseFacts(caseRef: string): readonly string[] {
    const ties = this.ties.filter((tie) => tie.caseRef === caseRef);
    const facts = this.#facts.filter(({ personRef }) => personRef === ties[0]?.personRef);
    return [...ties, ...facts].map(({ kind }) => kind);
  }

  /** Whether the type is a person, a case or about one, and so judged by itself, not by what led there. */
  isRecord(type: string): boolean {
    return records.includes(type);
  }

  /** Whether records of the type are judged one by one. */
  isJudged(type: string): boolean {
    return type in ownerColumns;
  }

  /** Facts of a record below a person or case on which `above` holds. Without a tie to that no record is anybody's own. */
  recordFacts(type: string, record: Item, above: readonly string[]): readonly string[] {
    const isOwn = (ownerColumns[type] ?? []).some((column) => record[column] === this.setting.holder);
    const isTied = above.some((fact) => fact in vocabulary.relations);
    const deferred = record.disclosureDeferred === true ? ["DISCLOSURE_DEFERRED"] : [];
    return [...above, ...(isOwn && isTied ? ["OWN_RECORD"] : []), ...deferred, ...(record.recordFacts ?? [])];
  }

  /** Facts by which an item of the type is judged, below a record on which `above` holds (null: below none). */
  factsOf(type: string, item: Item, above: readonly string[] | null): readonly string[] | null {
    if (type === "Person") return this.personFacts(item.personRef);
    if (this.isRecord(type)) return this.caseFacts(item.caseRef);
    return above === null ? null : this.recordFacts(type, item, above);
  }

  /** Whom a person, a case or an entry about one is about. */
  personOf({ personRef, caseRef }: Item): string {
    return caseRef === undefined ? personRef : this.ties.find((tie) => tie.caseRef === caseRef)?.personRef;
  }

  /** Facts that could hold on some record below the person or case. */
  anyRecordFacts(above: readonly string[]): readonly string[] {
    return above.some((fact) => fact in vocabulary.relations) ? [...above, "OWN_RECORD"] : above;
  }

  /** Whether the policy permits the action on a record on which these facts hold. */
  may(action: Action, category: string, holding: readonly string[]): boolean {
    const { office: id, role, purpose, date } = this.setting;
    const key = [action, category, ...[...new Set(holding)].sort()].join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const office = { id, kind: offices.get(id)?.kind ?? "" };
    const permitted = naiveRuleIds({ office, role, purpose, date, action, category, holding }).length > 0;
    this.#known.set(key, permitted);
    return permitted;
  }

  /** Whether there could be a record on which it is permitted. */
  mayEver(action: Action, category: string): boolean {
    return relations.some((relation) => this.may(action, category, [relation]));
  }
}
