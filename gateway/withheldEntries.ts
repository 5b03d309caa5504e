import type { Decision } from "./decide.ts";
import { included } from "./included.ts";
import type { FieldSelection, Selection } from "./selection.ts";

/** A selection that is withheld, as the answer and the access record name it. */
export interface WithheldEntry {
  /** Response keys from the root; list positions are left out, because the entry is one a selection. */
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly category: string;
  readonly prohibitions: readonly string[];
}

/**
 * One entry a withheld selection, in the order of the operation. Whether there is one depends on the decision and on rows
 * the requester sees (`failed`), never on a value.
 *
 * @param failed fields whose relation did not hold on at least one record that the requester sees
 */
export function withheldEntries(
  selections: readonly Selection[],
  decision: Decision,
  failed: ReadonlySet<FieldSelection>,
  variables: Readonly<Record<string, unknown>>,
): readonly WithheldEntry[] {
  if (failed.size === 0 && !withholds(decision)) return [];
  const entries = new Map<string, WithheldEntry>();
  visit(selections, []);
  return [...entries.values()];

  function visit(set: readonly Selection[], path: readonly string[]): void {
    for (const selection of set) {
      if (selection.kind === "fragment") {
        if (included(selection.directives, variables)) visit(selection.selections, path);
      } else if (included(selection.node.directives, variables))
        visitField(selection, [...path, selection.responseKey]);
    }
  }

  function visitField(field: FieldSelection, path: readonly string[]): void {
    const verdict = decision.verdicts.get(field);
    if (verdict === undefined) return;
    const key = JSON.stringify(path);
    if (verdict.kind === "WITHHOLD") {
      const { coordinate, category, prohibitions } = verdict;
      if (!entries.has(key)) entries.set(key, { path, coordinate, category, prohibitions });
      return;
    }
    if (failed.has(field) && !entries.has(key)) {
      entries.set(key, { path, coordinate: field.coordinate, category: field.categories.join(" "), prohibitions: [] });
    }
    visit(field.selections, path);
  }
}

const withholding = new WeakMap<Decision, boolean>();

/** Whether a decision withholds anything whatever the record; looked up once. */
function withholds(decision: Decision): boolean {
  const known = withholding.get(decision) ?? decision.verdicts.values().some(({ kind }) => kind === "WITHHOLD");
  withholding.set(decision, known);
  return known;
}
