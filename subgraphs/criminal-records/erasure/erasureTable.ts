import { isLonger } from "./isLonger.ts";
import { offenceLists } from "./offenceLists.ts";
import type { RegisterEntry } from "./RegisterEntry.ts";

/** An entry among the others that stand in the register with it, on the date of the question. */
export interface RegisterPosition {
  readonly entry: RegisterEntry;
  readonly others: readonly RegisterEntry[];
  readonly date: string;
}

/** Row of the decision table. */
export interface ErasureRow {
  /** Clause in the register's own language, as `schema/reference/bzrg-tilgung.json` names it. */
  readonly clause: string;
  /** Rows of a lower order are tried first. */
  readonly order: number;
  /** Term in years; null: never erased. */
  readonly years: number | null;
  /** Whether the length of the sentence is added (§ 46 (3) BZRG). */
  readonly extension: "NONE" | "SENTENCE" | "YOUTH_SENTENCE_OVER_ONE_YEAR";
  readonly fits: (position: RegisterPosition) => boolean;
}

const bans = ["LICENCE_BAN_FOR_EVER", "OCCUPATION_BAN_FOR_EVER"] as const;

/** § 46 (1) No. 1 a to f: the cases that No. 1a a refers to. */
const fiveYearCases: readonly ErasureRow[] = [
  row("§ 46 Abs. 1 Nr. 1 Buchst. a", 3, 5, "NONE", ({ entry, others }) => {
    return entry.penalty === "FINE" && (entry.dayFines ?? 0) <= 90 && !others.some(isCustodial);
  }),
  row("§ 46 Abs. 1 Nr. 1 Buchst. b", 3, 5, "NONE", ({ entry, others }) => {
    return isAdultCustodial(entry) && !isLonger(entry, 3) && others.every(({ penalty }) => penalty === "NONE");
  }),
  row("§ 46 Abs. 1 Nr. 1 Buchst. c", 3, 5, "NONE", ({ entry }) => isYouth(entry) && !isLonger(entry, 12)),
  row("§ 46 Abs. 1 Nr. 1 Buchst. d", 3, 5, "NONE", ({ entry, date }) => {
    return isYouth(entry) && !isLonger(entry, 24) && isSuspended(entry, date);
  }),
  row("§ 46 Abs. 1 Nr. 1 Buchst. e", 3, 5, "SENTENCE", ({ entry, date }) => {
    return isYouth(entry) && isLonger(entry, 24) && hasHappened(entry.remainderRemittedOn, date);
  }),
  row("§ 46 Abs. 1 Nr. 1 Buchst. f", 3, 5, "NONE", ({ entry, date }) => {
    return isYouth(entry) && hasHappened(entry.stigmaRemovedOn, date);
  }),
];

/** §§ 45 (3) and 46 BZRG as a decision table: the lowest order first, within an order the first row that fits. */
export const erasureTable: readonly ErasureRow[] = [
  row("§ 45 Abs. 3 Nr. 1", 0, null, "NONE", ({ entry }) => entry.lifeSentence),
  row("§ 45 Abs. 3 Nr. 2", 0, null, "NONE", ({ entry }) =>
    entry.measures.some((measure) => measure === "PREVENTIVE_DETENTION" || measure === "PSYCHIATRIC_HOSPITAL"),
  ),
  row("§ 45 Abs. 3 Nr. 3", 0, null, "NONE", ({ entry, others }) => {
    if (!isFor(entry, "graveChildAbuse") || entry.penalty !== "IMPRISONMENT") return false;
    const severalSuch = others.some((other) => isFor(other, "graveChildAbuse"));
    return entry.sentenceMonths >= 60 || (entry.sentenceMonths >= 36 && severalSuch);
  }),
  row("§ 46 Abs. 1 Nr. 1a Buchst. a", 1, 10, "YOUTH_SENTENCE_OVER_ONE_YEAR", (position) => {
    return isFor(position.entry, "protective") && fiveYearCases.some(({ fits }) => fits(position));
  }),
  row("§ 46 Abs. 1 Nr. 1a Buchst. b", 1, 10, "NONE", ({ entry }) => {
    const clinicAlone = entry.penalty === "NONE" && entry.measures.join() === "ADDICTION_CLINIC";
    return isFor(entry, "protective") && clinicAlone;
  }),
  row("§ 46 Abs. 1 Nr. 3", 2, 20, "SENTENCE", ({ entry }) => {
    const sentenced = entry.penalty === "IMPRISONMENT" || isYouth(entry);
    return isFor(entry, "sexual") && sentenced && isLonger(entry, 12);
  }),
  ...fiveYearCases,
  row("§ 46 Abs. 1 Nr. 1 Buchst. g", 3, 5, "NONE", ({ entry }) => {
    return entry.penalty === "NONE" && !bans.some((ban) => entry.measures.includes(ban));
  }),
  row("§ 46 Abs. 1 Nr. 2 Buchst. a", 4, 10, "NONE", ({ entry }) => {
    return entry.penalty === "FINE" || (isAdultCustodial(entry) && !isLonger(entry, 3));
  }),
  row("§ 46 Abs. 1 Nr. 2 Buchst. b", 4, 10, "NONE", ({ entry, others, date }) => {
    const short = isAdultCustodial(entry) && isLonger(entry, 3) && !isLonger(entry, 12);
    return short && isSuspended(entry, date) && !others.some(isCustodial);
  }),
  row("§ 46 Abs. 1 Nr. 2 Buchst. c", 4, 10, "SENTENCE", ({ entry }) => isYouth(entry) && isLonger(entry, 12)),
  row("§ 46 Abs. 1 Nr. 4", 5, 15, "SENTENCE", () => true),
];

function row(
  clause: string,
  order: number,
  years: number | null,
  extension: ErasureRow["extension"],
  fits: ErasureRow["fits"],
): ErasureRow {
  return { clause, order, years, extension, fits };
}

function isFor(entry: RegisterEntry, list: keyof typeof offenceLists): boolean {
  return entry.provisions.some(offenceLists[list]);
}

function isYouth({ penalty }: RegisterEntry): boolean {
  return penalty === "YOUTH_SENTENCE";
}

function isAdultCustodial({ penalty }: RegisterEntry): boolean {
  return penalty === "IMPRISONMENT" || penalty === "MILITARY_DETENTION";
}

function isCustodial(entry: RegisterEntry): boolean {
  return isAdultCustodial(entry) || isYouth(entry);
}

function hasHappened(day: string | null, date: string): boolean {
  return day !== null && day <= date;
}

/** § 46 (2) BZRG: a suspension that was revoked is left out of account. */
function isSuspended(entry: RegisterEntry, date: string): boolean {
  return (entry.suspended || entry.remainderSuspended) && !hasHappened(entry.suspensionRevokedOn, date);
}
