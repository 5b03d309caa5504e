import { z } from "zod";
import type { ValidityReport } from "./report/ValidityReport.ts";

const query = `query ValidityReport {
  validityReport {
    on groupsUntil engineVersion catalogueVersions notice noticeEnglish
    sections {
      id title titleEnglish explanation explanationEnglish
      tables { id title titleEnglish measure baseMin rows { id label labelEnglish value low high base state } }
    }
  }
}`;

const number = z.number().nullable();
const figure = z
  .object({
    id: z.string(),
    label: z.string(),
    labelEnglish: z.string(),
    value: number,
    low: number,
    high: number,
    base: number,
    state: z.enum(["SHOWN", "THIN", "SUPPRESSED", "NONE"]),
  })
  .transform(({ id, label, labelEnglish, ...rest }) => ({ id, label: { de: label, en: labelEnglish }, ...rest }));
const table = z
  .object({
    id: z.string(),
    title: z.string(),
    titleEnglish: z.string(),
    measure: z.enum(["COUNT", "SHARE", "COEFFICIENT", "POINTS"]),
    baseMin: z.number(),
    rows: z.array(figure),
  })
  .transform(({ id, title, titleEnglish, ...rest }) => ({ id, title: { de: title, en: titleEnglish }, ...rest }));
const section = z
  .object({
    id: z.string(),
    title: z.string(),
    titleEnglish: z.string(),
    explanation: z.string(),
    explanationEnglish: z.string(),
    tables: z.array(table),
  })
  .transform(({ id, title, titleEnglish, explanation, explanationEnglish, tables }) => ({
    id,
    title: { de: title, en: titleEnglish },
    explanation: { de: explanation, en: explanationEnglish },
    tables,
  }));
const answer = z.object({
  data: z.object({
    validityReport: z
      .object({
        on: z.string(),
        groupsUntil: z.string(),
        engineVersion: z.string(),
        catalogueVersions: z.array(z.string()),
        notice: z.string(),
        noticeEnglish: z.string(),
        sections: z.array(section),
      })
      .transform(({ notice, noticeEnglish, sections, ...rest }) => ({
        ...rest,
        notice: { de: notice, en: noticeEnglish },
        sections,
      })),
  }),
});

/**
 * Asks a running gateway for the report, as anybody who is entitled to it would.
 *
 * @param token bearer token of an evaluator
 * @throws Error with one line that says what to do
 */
export async function askReport(url: string, token: string): Promise<ValidityReport> {
  if (token === "")
    throw new Error("Put an evaluator's token into SICHTFELD_TOKEN, for example from npm run -s token -- evaluator.");
  const response = await fetch(new URL("/graphql", url), {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "access-purpose": "EVALUATION",
      "access-reason": encodeURIComponent("Gütebericht"),
    },
    body: JSON.stringify({ query }),
  }).catch((error: unknown) => {
    throw new Error(`The gateway at ${url} does not answer. Start it, or correct --url.`, { cause: error });
  });
  const parsed = answer.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data.data.validityReport;
  throw new Error(
    `The gateway gave no report (HTTP ${response.status}). Its token must be an evaluator's, and still valid.`,
  );
}
