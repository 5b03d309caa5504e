import type { GraphQLFormattedError } from "graphql";
import type { Observed } from "./ModelGateway.ts";
import type { ExpectedError, ReferenceAnswer } from "./Reference.ts";

/** Seals are drawn anew each time. */
const seal = /"[A-Za-z0-9_-]{200,}"/g;

/** Refusals of the whole, before any record is told of. */
const wholeRefusals = /^(TOO_MANY_REQUESTS|CEILING_REACHED|MALFORMED_REQUEST)$/;

/** Where the gateway's answer is not the reference's, one line each: data, in their order, and errors by code, path and coordinate. */
export function disagreements(expected: ReferenceAnswer, observed: Observed): readonly string[] {
  const { data, errors = [] } = JSON.parse(observed.body.replaceAll(seal, '"<seal>"'));
  const found: string[] = [];
  const isRefused = (list: readonly ExpectedError[]) => list.some(({ code }) => wholeRefusals.test(code));
  if (expected.data === undefined && !isRefused(expected.errors) && !isRefused(errors.map(seen)))
    return mutationDisagreements(expected, errors.map(seen));
  if (expected.data === undefined) return compareErrors();
  found.push(...compareErrors());
  if (text(data ?? null) !== text(expected.data))
    found.push(`data: ${difference(text(data ?? null), text(expected.data))}`);
  return found;

  function compareErrors(): readonly string[] {
    const [theirs, ours] = [errors.map(seen).map(text).sort(), expected.errors.map(text).sort()];
    return text(theirs) === text(ours) ? [] : [`errors: gateway ${text(theirs)}, reference ${text(ours)}`];
  }
}

/** A fault of the input may be told before the record is looked for, and one's own part in a record may be missing. */
function mutationDisagreements({ errors }: ReferenceAnswer, told: readonly ExpectedError[]): readonly string[] {
  const refused = (list: readonly ExpectedError[]) => list.some(({ code }) => code === "MUTATION_REFUSED");
  if (refused(errors) !== refused(told)) return [`mutation: gateway ${text(told)}, reference ${text(errors)}`];
  return errors
    .filter(({ code }) => code === "NOT_FOUND")
    .filter(
      ({ path }) => !told.some((each) => /NOT_FOUND|INVALID_INPUT/.test(each.code) && text(each.path) === text(path)),
    )
    .map(({ path }) => `mutation: ${path} is carried out on a record out of reach`);
}

function seen({ path = [], extensions = {} }: GraphQLFormattedError): ExpectedError {
  const { code, coordinate, category } = extensions;
  const names = path.filter((key) => typeof key === "string");
  return {
    code: String(code),
    path: names,
    ...(coordinate ? { coordinate: String(coordinate), category: String(category) } : {}),
  };
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

/** Where two texts part, with a little of what stands before. */
export function difference(left: string, right: string): string {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const from = Math.max(0, at - 80);
  return `${left.slice(from, at + 120)} | ${right.slice(from, at + 120)}`;
}
