import type { AccessEntry } from "../../gateway/audit/AccessEntry.ts";
import type { Item } from "./Registry.ts";

/** Accesses that went on record, as the contract's `AccessRecord` tells of them: the latest first. */
export function accessRecords(entries: readonly AccessEntry[]): readonly Item[] {
  return entries.map(accessRecord).toSorted((left, right) => (left.at + left.id < right.at + right.id ? 1 : -1));
}

function accessRecord({ decision, subjects, withheld, ...same }: AccessEntry): Item {
  const decided = decision === null ? { allowed: [], withheld: [], tested: [] } : JSON.parse(decision.text);
  const allowed = (coordinates: Iterable<string>): Item[] =>
    (decision?.positionsOf(coordinates) ?? []).map((position) => decided.allowed[position]);
  return {
    ...same,
    recipient: same.outcome === "ANSWERED" ? same.office : null,
    tested: decided.tested,
    decided: { withheld: decided.withheld, isDecided: decision !== null },
    withheld: (decision?.withheldPositionsOf(withheld) ?? []).map((position) => decided.withheld[position]),
    subjects: subjects.map((subject) => ({
      personRef: subject.personRef,
      disclosures: allowed(subject.disclosed),
      withheld: allowed(subject.withheld).map(({ coordinate }) => coordinate),
      facts: subject.facts.map(({ id, version, tag, disclosed }) => ({
        fact: id,
        version,
        tag,
        coordinates: allowed(disclosed).map(({ coordinate }) => coordinate),
      })),
    })),
  };
}
