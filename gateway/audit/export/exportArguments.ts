import { parseArgs } from "node:util";

/** What is to be exported, and to where. */
export interface ExportOrder {
  /** Of the gateway. */
  readonly url: string;
  readonly token: string;
  readonly reason: string;
  /** `AccessRecordFilter` of the contract. */
  readonly filter: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** Option → member of the filter. */
const filters = {
  person: "personRef",
  actor: "actor",
  office: "office",
  purpose: "purpose",
  case: "caseRef",
  field: "coordinate",
  tested: "tested",
  outcome: "outcome",
  "refusal-code": "refusalCode",
  from: "from",
  to: "to",
} as const;

const help = `Exports access records as CSV and as JSON Lines, with a bundle that proves each of them. The export is on record like any other question.

  SICHTFELD_TOKEN=… npm run -s access-export -- --reason <text> [--url <gateway>] [filter] <new folder>

  SICHTFELD_TOKEN    access token of a data protection officer; an option would stand in the list of processes
  --url <gateway>    http://127.0.0.1:4000 by default
  ${Object.keys(filters)
    .map((name) => `--${name}`)
    .join(", ")}
                     only records that fit, as accessRecords(filter:) has it

Writes records.csv, records.jsonl and bundle.jsonl. Check them anywhere with
  npm run log -- verify-bundle <folder>/bundle.jsonl --key <public key> --csv <folder>/records.csv --json-lines <folder>/records.jsonl
`;

/** @returns the help where that is asked for. @throws Error with one line that says what to do */
export function exportArguments(given: readonly string[], environment: NodeJS.ProcessEnv): ExportOrder | string {
  const { values, positionals } = parse([...given]);
  if (values.help === true) return help;
  const text = (name: string) => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    return typeof value === "string" ? value : undefined;
  };
  const needed = (value: string | undefined, what: string) => {
    if (value === undefined || value === "") throw new Error(`${what} See npm run access-export -- --help.`);
    return value;
  };
  const filter = Object.entries(filters).flatMap(([option, member]) => {
    const value = text(option);
    return value === undefined ? [] : [[member, value] as const];
  });
  return {
    url: text("url") ?? "http://127.0.0.1:4000",
    token: needed(environment.SICHTFELD_TOKEN, "SICHTFELD_TOKEN: give an access token."),
    reason: needed(text("reason"), "--reason: state what the export is for."),
    filter: Object.fromEntries(filter),
    folder: needed(positionals[0], "Name a new folder."),
  };
}

function parse(args: string[]) {
  const named = Object.fromEntries(
    ["url", "reason", ...Object.keys(filters)].map((name) => [name, { type: "string" }]),
  );
  try {
    return parseArgs({
      args,
      options: { ...(named as Record<string, { type: "string" }>), help: { type: "boolean", short: "h" } },
      strict: true,
      allowPositionals: true,
    });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run access-export -- --help.`);
  }
}
