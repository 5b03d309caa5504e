import { logClasses } from "../../accessLogNames.ts";
import { endsOn } from "../../accessLogRetention.ts";
import { vocabulary } from "../../vocabulary.ts";
import type { PolicyRecord, PolicyRight } from "../PolicyRecord.ts";
import { rightsOn } from "../rightsOn.ts";
import { germanNorm } from "./germanNorm.ts";
import { holderName } from "./holderName.ts";

const protection = { NORMAL: "normal", HIGH: "hoch", VERY_HIGH: "sehr hoch" } as const;
const deeds = { SEE: "lesen", WRITE: "schreiben", COMBINE: "zusammenführen lassen" } as const;
const logs = {
  access: "Protokoll der Zugriffe",
  identification: "Protokoll der fehlgeschlagenen Anmeldungen",
} as const;

/** Sentences that a policy, the data categories and the schema give for the drafts, all of one date of the question. */
export interface ProcessingFacts {
  /** Each purpose for which anything is granted, with the norms of its rules. */
  readonly purposes: readonly string[];
  /** Each personal category that is granted, with its protection need and norms. */
  readonly categories: readonly string[];
  /** Personal categories of the highest protection need, with who reads them. */
  readonly mostSensitive: readonly string[];
  /** Each office with the personal categories that it reads. */
  readonly recipients: readonly string[];
  /** What is combined into an assessment, unseen: for whom, for which purpose, from when to when. */
  readonly combinations: readonly string[];
  /** Each prohibition with its norms. */
  readonly safeguards: readonly string[];
  /** How long the log is kept. */
  readonly retention: readonly string[];
  /** Who may write these categories. */
  writers(categories: readonly string[]): readonly string[];
}

/** @param date of the question, `YYYY-MM-DD` */
export function processingFacts(record: PolicyRecord, date: string): ProcessingFacts {
  const rights = rightsOn(record, date);
  const personal = rights.filter(({ category }) => vocabulary.categories[category]?.personal ?? true);
  const read = personal.filter(({ action }) => action === "SEE");
  return {
    purposes: by(
      rights,
      ({ purpose }) => purpose,
      (purpose, of) => `${purposeName(purpose)}: ${norms(of).join("; ")}`,
    ),
    categories: by(
      personal,
      ({ category }) => category,
      (category) => categorySentence(category),
    ),
    mostSensitive: by(
      read.filter(({ category }) => vocabulary.categories[category]?.protection === "VERY_HIGH"),
      ({ category }) => category,
      (category, of) => `${categoryName(category)}: ${holders(of)}`,
    ),
    recipients: by(
      read,
      ({ office }) => office,
      (office, of) => `${holderName(office)}: ${names(of)}`,
    ),
    combinations: by(
      rights.filter(({ action }) => action === "COMBINE"),
      ({ office, purpose, since, until }) => JSON.stringify([office, purpose, since, until]),
      (_, of) => combinationSentence(of),
    ),
    safeguards: record.prohibitions.map(({ id, because }) => `${id}: ${because.map(germanNorm).join("; ")}`),
    retention: logClasses.map(
      (logClass) =>
        `${logs[logClass]}: Einträge des Jahres ${date.slice(0, 4)} dürfen ab ${endsOn({ logClass, year: Number(date.slice(0, 4)) })} nicht mehr aufbewahrt werden.`,
    ),
    writers: (categories) =>
      by(
        rights.filter(({ action, category }) => action === "WRITE" && categories.includes(category)),
        ({ category }) => category,
        (category, of) => `${categoryName(category)} ${deeds.WRITE}: ${holders(of)}`,
      ),
  };

  function purposeName(purpose: string): string {
    return record.purposes.find(({ id }) => id === purpose)?.german ?? purpose;
  }

  function norms(of: readonly PolicyRight[]): readonly string[] {
    const rules = new Set(of.map(({ rule }) => rule));
    return unique(record.rules.filter(({ id }) => rules.has(id)).flatMap(({ because }) => because.map(germanNorm)));
  }

  function combinationSentence(of: readonly PolicyRight[]): string {
    const [first] = of;
    if (first === undefined) return "";
    const { office, purpose, since, until } = first;
    const period = since === null && until === null ? "ohne Befristung" : `${since ?? "…"} bis ${until ?? "…"}`;
    return `${holderName(office)}, ${purposeName(purpose)}, ${period}, ${deeds.COMBINE}: ${names(of)} (${unique(of.map(({ rule }) => rule)).join(", ")})`;
  }
}

function categoryName(category: string): string {
  return vocabulary.categories[category]?.german ?? category;
}

function categorySentence(category: string): string {
  const known = vocabulary.categories[category];
  if (known === undefined) return category;
  return `${known.german}: Schutzbedarf ${protection[known.protection]}${known.anchors.length === 0 ? "" : `; ${known.anchors.map(germanNorm).join("; ")}`}`;
}

function names(of: readonly PolicyRight[]): string {
  return unique(of.map(({ category }) => categoryName(category))).join(", ");
}

function holders(of: readonly PolicyRight[]): string {
  return unique(of.map(({ office }) => holderName(office))).join(", ");
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((left, right) => left.localeCompare(right, "de"));
}

function by(
  rights: readonly PolicyRight[],
  key: (right: PolicyRight) => string,
  sentence: (key: string, of: readonly PolicyRight[]) => string,
): readonly string[] {
  return unique([...Map.groupBy(rights, key)].map(([each, of]) => sentence(each, of)));
}
