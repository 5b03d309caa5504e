import { whoCanSee } from "../../schema/policyRecord/whoCanSee.ts";
import type { Answer } from "./Answer.ts";
import { Mistaken } from "./Mistaken.ts";
import type { OfficerDesk } from "./OfficerDesk.ts";
import { categoryText, rightsText } from "./rightTexts.ts";

/**
 * Who can see a field on the date of the question.
 *
 * @throws Mistaken for a coordinate that the schema does not have
 */
export function askWhoCanSee({ record, date }: OfficerDesk, coordinate: string): Answer {
  const rights = whoCanSee(record, coordinate, date);
  if (rights === null)
    throw Mistaken.unknown(
      "field",
      coordinate,
      record.fields.map((field) => field.coordinate),
    );
  const ways = record.fields.find((field) => field.coordinate === coordinate)?.ways ?? [];
  const categories = [...new Set(ways.flat().map(({ category }) => category))].sort();
  const demanded = ways.length > 1 ? "the category of what led there, one of" : "all of";
  const heading = `Who can see ${coordinate} on ${date}, by policy ${record.version}?`;
  const needs =
    categories.length === 0 ? "It needs nothing." : `It needs ${demanded}: ${categories.map(categoryText).join(", ")}.`;
  const found = rights.length === 0 ? "Nobody.\n" : rightsText(rights, record);
  return {
    text: `${heading}\n${needs}\n\n${found}`,
    json: { coordinate, date, version: record.version, ways, rights },
  };
}
