import type { RecordedAccess } from "./simulate.ts";

/** An operation on record, as the log's entry and the index both have it. */
interface RecordedOperation {
  readonly office: string;
  readonly role: string;
  readonly purpose: string | null;
  readonly questionDate: string;
  readonly actor: string;
  readonly outcome: string;
  readonly refusalCode: string | null;
  /** Positions, from 0, in the decision's `withheld`. */
  readonly withheld: readonly number[];
}

/** What was decided of it. */
interface RecordedDecision {
  /** Coordinates that were allowed. */
  readonly coordinates: readonly string[];
  readonly tested: readonly string[];
  readonly withheld: readonly { readonly coordinate: string }[];
}

/** A data subject's entry: token, null for none, and positions in the decision's `coordinates`. */
interface RecordedSubject {
  readonly token: string | null;
  readonly positions: readonly number[];
}

/**
 * An access as a draft policy can be replayed on it: one that was answered, or a mutation that was refused for what it may not write or
 * show. Of other refusals the log has no fields.
 *
 * @returns null where there is nothing to replay
 */
export function recordedAccess(
  operation: RecordedOperation,
  { coordinates, tested, withheld }: RecordedDecision,
  subjects: readonly RecordedSubject[],
): RecordedAccess | null {
  const { office, role, purpose, questionDate, actor } = operation;
  const asked = { office, role, purpose, questionDate, actor };
  if (operation.refusalCode === "MUTATION_REFUSED")
    return { ...asked, used: new Set(), withheld: withheld.map(({ coordinate }) => coordinate), subjects: [] };
  if (operation.outcome !== "ANSWERED") return null;
  const at = (position: number) => coordinates[position] ?? "";
  return {
    ...asked,
    used: new Set([...subjects.flatMap(({ positions }) => positions.map(at)), ...tested]),
    withheld: operation.withheld.map((position) => withheld[position]?.coordinate ?? ""),
    subjects: subjects.flatMap(({ token, positions }) =>
      token === null ? [] : [{ token, coordinates: new Set(positions.map(at)) }],
    ),
  };
}
