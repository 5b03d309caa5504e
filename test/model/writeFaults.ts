import { type DocumentNode, getOperationAST, Kind, parse, valueFromASTUntyped } from "graphql";
import { canonicalJson } from "../../schema/canonicalJson.ts";
import type { Asked } from "./Asked.ts";
import type { Observed } from "./ModelGateway.ts";
import type { ExpectedError, ReferenceAnswer } from "./Reference.ts";
import type { Item } from "./Registry.ts";
import type { Row, Tables } from "./Tables.ts";

/** What a mutation has done to a world. */
export interface Written {
  /** Response key of what was carried out → its payload. */
  readonly carriedOut: ReadonlyMap<string, Item>;
  /** Rows that were written about something else than the operation names, one line each. */
  readonly faults: readonly string[];
}

/** @param after the tables that mutations write to, as they stand after the operation */
export function writeFaults(asked: Asked, { body }: Observed, before: Tables, after: Tables): Written {
  const data: Readonly<Record<string, unknown>> = JSON.parse(body).data ?? {};
  const calls = callsIn(parse(asked.query), asked).filter(({ key }) => (data[key] ?? null) !== null);
  const changed = Object.entries(after).flatMap(([name, rows]) =>
    [...without(rows, before[name] ?? []), ...without(before[name] ?? [], rows)].map((row) => ({ name, row })),
  );
  const cases = before["casework.case"] ?? [];
  const created = changed.find(({ name }) => name === "casework.case")?.row.case_ref;
  const caseRefs = new Set([...calls.map(({ input }) => input.caseRef), ...(created === undefined ? [] : [created])]);
  const persons = new Set([
    ...calls.map(({ input }) => input.personRef),
    ...cases.filter(({ case_ref }) => caseRefs.has(case_ref)).map(({ person_ref }) => person_ref),
  ]);
  const isAct = calls.some(({ field }) => /Catalogue$/.test(field));
  const facts = new Set(
    Object.values({ ...before, ...after })
      .flat()
      .filter((row) => persons.has(row.person_ref))
      .map(({ fact_id }) => fact_id),
  );
  const isNamed = (name: string, row: Row) =>
    persons.has(row.person_ref) ||
    caseRefs.has(row.case_ref) ||
    (name === "scoring.catalogue_act" && isAct) ||
    (name === "casework.working_time" && calls.some(({ input }) => Number.isInteger(input.workingMinutes))) ||
    (name === "directory.draw_key" && created !== undefined) ||
    (name === "directory.fact_end" && facts.has(String(row.reference).split("@")[0]));
  const faults = changed
    .filter(({ name, row }) => !isNotedByReading(name, row) && (calls.length === 0 || !isNamed(name, row)))
    .map(({ name, row }) => `${name} was written about another: ${JSON.stringify(row)}`);
  // The payload of one of several would be read before the next is written.
  const [only] = calls.length === 1 ? calls : [];
  const caseRef = only?.input.caseRef ?? created;
  const isOfCase = only !== undefined && !/Catalogue$|Assessment$|Rating$/.test(only.field) && caseRef !== undefined;
  return { carriedOut: new Map(isOfCase ? [[only.key, { case: { caseRef } }]] : []), faults };
}

/** Questions of the run before this mutation left it: that somebody opened a score, and when a conviction is to be erased. */
function isNotedByReading(name: string, row: Row): boolean {
  return (
    (name === "directory.case_part" && row.part === "OPENED_SCORE") ||
    (name === "directory.fact_end" && /^CV-/.test(String(row.reference)))
  );
}

/** Where a payload is not what the reference reads of the case afterwards. Whatever else was told of the mutation is not its word. */
export function payloadDisagreements(
  expected: ReferenceAnswer,
  { body }: Observed,
  carriedOut: ReadonlyMap<string, Item>,
): readonly string[] {
  const { data, errors = [] } = JSON.parse(body);
  return [...carriedOut.keys()].flatMap((key) => {
    const [theirs, ours] = [data[key], (expected.data as Item)?.[key]].map((value) => JSON.stringify(value));
    const below = (path: readonly unknown[] = []) => path[0] === key;
    const told = errors.filter(({ path }: Item) => below(path)).map(({ extensions }: Item) => extensions.code);
    // The right to the step is judged before it; a hand-over ends it with the step.
    const isRightItself = ({ path, code }: ExpectedError) => code === "NOT_FOUND" && path.length === 1;
    const meant = expected.errors.filter((each) => below(each.path) && !isRightItself(each)).map(({ code }) => code);
    return [
      ...(theirs === ours ? [] : [`payload: gateway ${theirs}, reference ${ours}`]),
      ...(told.sort().join() === meant.sort().join()
        ? []
        : [`errors of the payload: gateway ${told}, reference ${meant}`]),
    ];
  });
}

/** Mutations of the operation, whatever is left out of it by directives. */
function callsIn(document: DocumentNode, { operationName, variables }: Asked) {
  const found: { readonly key: string; readonly field: string; readonly input: Item }[] = [];
  const visit = (selections: readonly Item[]): void => {
    for (const each of selections) {
      if (each.kind === Kind.INLINE_FRAGMENT) visit(each.selectionSet.selections);
      else if (each.kind === Kind.FRAGMENT_SPREAD) {
        for (const fragment of document.definitions)
          if (fragment.kind === Kind.FRAGMENT_DEFINITION && fragment.name.value === each.name.value)
            visit(fragment.selectionSet.selections);
      } else {
        const [given] = each.arguments ?? [];
        const input = given === undefined ? {} : valueFromASTUntyped(given.value, variables);
        found.push({ key: each.alias?.value ?? each.name.value, field: each.name.value, input: input ?? {} });
      }
    }
  };
  visit(getOperationAST(document, operationName)?.selectionSet.selections ?? []);
  return found;
}

function without(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const known = new Set(others.map((row) => canonicalJson(row)));
  return rows.filter((row) => !known.has(canonicalJson(row)));
}
