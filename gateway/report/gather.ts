import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { offices } from "../../schema/offices.ts";
import { askReport } from "../../validity/askReport.ts";
import type { Gathered } from "../../validity/project/Gathered.ts";
import type { Simulation } from "../../validity/project/ProjectReport.ts";
import { answerTimeBounds, readAnswerTimes } from "../counters/AnswerTimes.ts";
import { answerTimesFile } from "../counters/answerTimesFile.ts";
import type { DemonstrationIssuer } from "../identity/demonstrationIssuer.ts";
import { personas } from "../identity/personas.ts";
import { pilotRecord, pilotRecordFile } from "../pilot/PilotRecord.ts";
import { loadPolicy } from "../policy/loadPolicy.ts";

/** Codes of refusals that are counted, a total each. */
const refusalCodes = [
  "NOT_FOUND",
  "CONFLICT",
  "INVALID_INPUT",
  "MUTATION_REFUSED",
  "PURPOSE_REQUIRED",
  "GRAPHQL_VALIDATION_FAILED",
];

const cells = z.array(z.object({ row: z.string(), column: z.string(), count: z.number().nullable() }));
const supervision = z.object({
  caseStatistics: cells,
  decisionStatistics: cells,
  workingTime: z.array(
    z.object({
      rrk: z.string(),
      step: z.string(),
      month: z.string(),
      steps: z.number(),
      minutes: z.number(),
      minutesSquared: z.number(),
    }),
  ),
});
const catalogue = z.object({
  catalogue: z.object({
    criteria: z.array(z.object({ id: z.string(), question: z.string(), norm: z.string(), evidenceSource: z.string() })),
  }),
});
const total = z.object({ accessRecords: z.object({ totalCount: z.number().nullable() }) });

/** Where the figures come from. */
export interface Source {
  readonly url: string;
  readonly issuer: DemonstrationIssuer;
  readonly dataFolder: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Asks the gateway for all that the report is made of, each of those who are entitled to it for their part.
 *
 * @throws Error with one line that says what was not answered
 */
export async function gather({ url, issuer, dataFolder, from, to }: Source): Promise<Gathered> {
  const token = async (name: string) => {
    const persona = personas.get(name);
    if (persona === undefined) throw new Error(`There is no persona ${name}.`);
    return issuer.issueToken(persona, 60);
  };
  const ask = async <T>(
    name: string,
    purpose: string,
    query: string,
    shape: z.ZodType<T>,
    variables = {},
  ): Promise<T> => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await token(name)}`,
        "content-type": "application/json",
        "access-purpose": purpose,
        "access-reason": "Projektbericht",
      },
      body: JSON.stringify({ query, variables }),
    });
    const parsed = z.object({ data: shape }).safeParse(await response.json());
    if (parsed.success) return parsed.data.data;
    throw new Error(`The gateway gave ${name} no answer for ${purpose} (HTTP ${response.status}).`);
  };
  const told = await ask(
    "mkjfgfi",
    "SUPERVISION",
    "{ caseStatistics { row column count } decisionStatistics { row column count } workingTime { rrk step month steps minutes minutesSquared } }",
    supervision,
  );
  const { criteria } = (
    await ask("mkjfgfi", "SUPERVISION", "{ catalogue { criteria { id question norm evidenceSource } } }", catalogue)
  ).catalogue;
  const refusals: { code: string; count: number }[] = [];
  for (const code of refusalCodes) {
    const query =
      "query Total($code: String!) { accessRecords(first: 1, filter: { refusalCode: $code }) { totalCount } }";
    const { accessRecords } = await ask("dpo", "DATA_PROTECTION_CONTROL", query, total, { code });
    refusals.push({ code, count: accessRecords.totalCount ?? 0 });
  }
  const inPeriod = (month: string) => month >= from.slice(0, 7) && month <= to.slice(0, 7);
  return {
    from,
    to,
    simulation: readSimulation(dataFolder),
    validity: await askReport(url, await token("evaluator")),
    ...told,
    workingTime: told.workingTime.filter(({ month }) => inPeriod(month)),
    criteria,
    refusals,
    answerTimes: timesOf(dataFolder, inPeriod),
    rules: loadPolicy().rules.length,
    deviations: (parse(readFileSync(new URL("../officer/annex/deviations.yaml", import.meta.url), "utf8")) as unknown[])
      .length,
    rrks: [...offices.values()]
      .filter(({ kind }) => kind === "RRK")
      .map(({ id, region }) => ({ id, name: `RRK ${region}` })),
    linkage: readLinkage(),
  };
}

function timesOf(dataFolder: string, inPeriod: (month: string) => boolean): Gathered["answerTimes"] {
  const counted = Object.entries(readAnswerTimes(answerTimesFile(dataFolder))).filter(([month]) => inPeriod(month));
  return answerTimeBounds.map((upTo, bin) => ({
    upTo,
    count: counted.reduce((sum, [, bins]) => sum + (bins[bin] ?? 0), 0),
  }));
}

/** @returns null where the folder holds no simulated pilot */
function readSimulation(dataFolder: string): Simulation | null {
  let text: string;
  try {
    text = readFileSync(join(dataFolder, pilotRecordFile), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const record = pilotRecord.parse(JSON.parse(text));
  if (!record.finished)
    throw new Error("The simulated pilot of this folder was ended before its end. Remove the folder, and run it anew.");
  return record;
}

function readLinkage(): Gathered["linkage"] {
  const shape = z.object({ all: z.object({ descriptions: z.number(), tally: z.record(z.string(), z.number()) }) });
  const file = new URL("../../validity/linkage/measured.json", import.meta.url);
  const { descriptions, tally } = shape.parse(JSON.parse(readFileSync(file, "utf8"))).all;
  const count = (name: string) => tally[name] ?? 0;
  return {
    wrong: count("LINK_WRONG"),
    links: count("LINK_RIGHT") + count("LINK_WRONG"),
    asked: count("ASK_FOUND") + count("ASK_MISSED") + count("ASK_NEW"),
    descriptions,
  };
}
