import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { nearestNames } from "../../schema/nearestNames.ts";
import { type ProcessingDocument, processingDocuments } from "../../schema/policyRecord/processing/ProcessingDraft.ts";
import type { CommandResult } from "../CommandResult.ts";
import { readSettings } from "../settings.ts";
import type { Answer } from "./Answer.ts";
import { askAnnex } from "./askAnnex.ts";
import { askDiff } from "./askDiff.ts";
import { askExplain } from "./askExplain.ts";
import { askMatrix } from "./askMatrix.ts";
import { askProcessing } from "./askProcessing.ts";
import { askSimulate } from "./askSimulate.ts";
import { askWhatSees } from "./askWhatSees.ts";
import { askWhoCanSee } from "./askWhoCanSee.ts";
import { layDraft } from "./layDraft.ts";
import { Mistaken } from "./Mistaken.ts";
import { type OfficerDesk, openDesk } from "./OfficerDesk.ts";

const usage = `npm run -s policy -- who-can-see Conviction.sentence
                     what-sees <persona, office or kind> [--role ROLE] [--purpose PURPOSE]
                     explain <persona> <query file> [--purpose PURPOSE] [--variables '{"ref": "P-…"}']
                     diff <old folder> <new folder>
                     simulate <new folder> --since 2026-03-01 [--log FOLDER]
                     draft <new folder> [--log FOLDER]  laid beside the access log, for simulatePolicy and policyChanges of the schema
                     matrix [--html]                 comma-separated, or a page
                     owed <record-of-processing, impact-assessment or fundamental-rights-assessment> [--html]  a draft of it, German
                     annex                           against the annex of the AZRG-DV
with any of them     --date 2026-06-15               date of the question (simulate: of each access)
                     --policy FOLDER                 another policy than that of SICHTFELD_POLICY or gateway/policy
                     --json                          for machines
Ends with 0 where the question was answered, 1 where it cannot be, 2 where it was not understood.
`;

const options = {
  role: { type: "string" },
  purpose: { type: "string" },
  variables: { type: "string" },
  since: { type: "string" },
  date: { type: "string" },
  log: { type: "string" },
  policy: { type: "string" },
  html: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Given = ReturnType<typeof commandLine>["values"];

/** Questions: how many words each takes, and which options beside the common ones. */
const questions = {
  "who-can-see": { words: 1, options: [] },
  "what-sees": { words: 1, options: ["role", "purpose"] },
  explain: { words: 2, options: ["purpose", "variables"] },
  diff: { words: 2, options: [] },
  simulate: { words: 1, options: ["since", "log"] },
  draft: { words: 1, options: ["log"] },
  matrix: { words: 0, options: ["html"] },
  owed: { words: 1, options: ["html"] },
  annex: { words: 0, options: [] },
} as const satisfies Record<string, { words: number; options: readonly (keyof typeof options)[] }>;

const commonOptions: readonly string[] = ["date", "policy", "json"];

/** Answers one of the officer's questions, as `npm run policy` is asked to. Never throws. */
export async function officerCommand(
  args: string[],
  environment: NodeJS.ProcessEnv,
  today: string,
): Promise<CommandResult> {
  try {
    const { values, positionals } = commandLine(args);
    if (values.help) return { output: usage, complaint: "", exitCode: 0 };
    const [question = "", ...words] = positionals;
    checkCall(question, words, values);
    const { policyFolder, date, logFolder } = readSettings(told(environment));
    const answered = values.date ?? (environment.NODE_ENV === "production" ? today : (date ?? today));
    const desk = openDesk(values.policy ?? policyFolder, answered, values.log ?? logFolder);
    const { text, json } = await ask(question, words, values, desk);
    return { output: values.json ? `${JSON.stringify(json, null, 2)}\n` : text, complaint: "", exitCode: 0 };
  } catch (error) {
    return complaint(error);
  }
}

/** The variables that a question depends on; those of a gateway that serves are no matter here. */
function told(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ["SICHTFELD_POLICY", "SICHTFELD_LOG", "SICHTFELD_DATA", "SICHTFELD_DATE"];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => names.includes(name)));
}

function commandLine(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Miscalled((error as Error).message.split(". ")[0] ?? "");
  }
}

/** The command was called wrongly. */
class Miscalled extends Error {}

function checkCall(question: string, words: readonly string[], values: Given): void {
  if (!isQuestion(question)) {
    const [nearest] = nearestNames(question, Object.keys(questions));
    throw new Miscalled(
      question === "" ? "Ask a question" : `There is no question ${question}. Nearest valid: ${nearest}`,
    );
  }
  const known: readonly string[] = [...commonOptions, ...questions[question].options];
  const strange = Object.keys(values).find((name) => !known.includes(name));
  if (strange !== undefined) throw new Miscalled(`--${strange} says nothing to ${question}`);
  if (words.length !== questions[question].words)
    throw new Miscalled(`${question} takes ${questions[question].words} words`);
  for (const name of ["date", "since"] as const) {
    const day = values[name];
    if (day !== undefined && !z.iso.date().safeParse(day).success)
      throw new Miscalled(`--${name} is a day, YYYY-MM-DD`);
  }
  if (question === "simulate" && values.since === undefined) throw new Miscalled("simulate needs --since");
}

function isQuestion(name: string): name is keyof typeof questions {
  return Object.hasOwn(questions, name);
}

async function ask(question: string, words: readonly string[], values: Given, desk: OfficerDesk): Promise<Answer> {
  const [first = "", second = ""] = words;
  const purpose = values.purpose ?? null;
  switch (question) {
    case "who-can-see":
      return askWhoCanSee(desk, first);
    case "what-sees":
      return askWhatSees(desk, { who: first, role: values.role ?? null, purpose });
    case "explain":
      return askExplain(desk, { persona: first, source: textOf(second), variables: variablesOf(values), purpose });
    case "diff":
      return askDiff(desk.open(first), desk.open(second));
    case "simulate":
      return askSimulate(desk, desk.open(first), { since: values.since ?? "", date: values.date ?? null });
    case "draft":
      return layDraft(desk, desk.open(first));
    case "matrix":
      return askMatrix(desk, values.html ? "html" : "csv");
    case "owed":
      return askProcessing(desk, owedDocument(first), values.html ? "html" : "text");
    default:
      return askAnnex(desk);
  }
}

/** @throws Mistaken where there is no such document */
function owedDocument(name: string): ProcessingDocument {
  const named = (document: ProcessingDocument) => document.toLowerCase().replaceAll("_", "-");
  const document = processingDocuments.find((each) => named(each) === name);
  if (document === undefined) throw Mistaken.unknown("document", name, processingDocuments.map(named));
  return document;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Mistaken(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function variablesOf({ variables = "{}" }: Given): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(variables);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read as Record<string, unknown>;
  } catch {}
  throw new Miscalled("--variables is a JSON object");
}

function complaint(error: unknown): CommandResult {
  if (error instanceof Miscalled) return { output: "", complaint: `${error.message}.\n\n${usage}`, exitCode: 2 };
  const exitCode = error instanceof Mistaken ? error.exitCode : 1;
  return { output: "", complaint: `${(error as Error).message}\n`, exitCode };
}
