import { difference } from "./disagreements.ts";
import type { Exchange, Observed } from "./ModelGateway.ts";

/** A seal is drawn anew each time; its length is not. */
const seal = /[A-Za-z0-9_-]{200,}/g;
/** Instants of the wall clock that PostgreSQL writes in a mutation. */
const wallClock = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** What two worlds' answers to the same request differ in, one line each: answer, traffic to subgraphs, number of SQL statements. */
export function differences(left: Observed, right: Observed): readonly string[] {
  const found: string[] = [];
  const compare = (what: string, one: unknown, other: unknown) => {
    const [a, b] = [text(one), text(other)];
    if (a !== b) found.push(`${what}: ${difference(a, b)}`);
  };
  compare("status", left.status, right.status);
  compare("headers", left.headers, right.headers);
  compare("body", left.body, right.body);
  compare("requests to subgraphs", requests(left.traffic), requests(right.traffic));
  compare("answers of subgraphs", answers(left.traffic), answers(right.traffic));
  compare("SQL statements", left.statements, right.statements);
  return found;

  function text(value: unknown): string {
    const today = new Date().toISOString().slice(0, 10);
    return (typeof value === "string" ? value : JSON.stringify(value))
      .replaceAll(seal, (whole) => `<seal of ${whole.length}>`)
      .replaceAll(wallClock, (whole) => (whole.startsWith(today) ? "<now>" : whole));
  }
}

/** Without the grant, which is signed anew from time to time, and in an order of their own: some are on their way at once. */
function requests(traffic: readonly Exchange[]): readonly string[] {
  return traffic
    .map(({ subgraph, request: { query, variables, operationName, operationId } }) =>
      JSON.stringify([subgraph, query, variables, operationName, operationId]),
    )
    .sort();
}

/** Their errors in an order of their own: of fields that are read at once, which is done first is nobody's to say. The gateway's are not. */
function answers(traffic: readonly Exchange[]): readonly string[] {
  const texts = traffic.map(({ subgraph, answer: { errors = [], ...answer } }) =>
    JSON.stringify([subgraph, answer, errors.map((error) => JSON.stringify(error)).sort()]),
  );
  return texts.sort();
}
