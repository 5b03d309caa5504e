import { offices } from "../../../schema/offices.ts";
import type { GrantView } from "../../shell/grantView.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { isName } from "./names/isName.ts";
import type { PersonDescription } from "./PersonDescription.ts";
import { readPartialDate } from "./readPartialDate.ts";

/** A description as it comes in: what is left out reads as null. */
export type GivenDescription = Pick<PersonDescription, "reference" | "fileRef"> & {
  readonly [Field in Exclude<keyof PersonDescription, "reference" | "fileRef">]?: PersonDescription[Field] | null;
};

const charactersMax = 100;
const formerNamesMax = 10;
const citizenshipsMax = 5;

/**
 * Reads a description without looking at any person, so that a fault in it tells nothing of one.
 *
 * @param place where it stands in the input, for example `input.3`
 * @throws SubgraphError INVALID_INPUT with the field
 */
export function readDescription(given: GivenDescription, place: string, grant: GrantView): PersonDescription {
  const at = (field: keyof PersonDescription) => `${place}.${field}`;
  const familyName = readName(given.familyName ?? null, at("familyName"));
  const givenNames = readName(given.givenNames ?? null, at("givenNames"));
  if (familyName === null && givenNames === null) {
    throw new SubgraphError("INVALID_INPUT", "Give a family name or given names.", at("familyName"));
  }
  return {
    reference: readText(given.reference, at("reference")),
    fileRef: readText(given.fileRef, at("fileRef")),
    familyName,
    givenNames,
    birthName: readName(given.birthName ?? null, at("birthName")),
    formerNames: few(given.formerNames, formerNamesMax, at("formerNames")).flatMap(
      (name) => readName(name, at("formerNames")) ?? [],
    ),
    dateOfBirth: readPartialDate(given.dateOfBirth ?? null, at("dateOfBirth"), grant.date),
    placeOfBirth: given.placeOfBirth ? readText(given.placeOfBirth, at("placeOfBirth")) : null,
    citizenships: few(given.citizenships, citizenshipsMax, at("citizenships")).map(countryCode),
    competentAuthority: readAuthority(given.competentAuthority ?? null, grant.office, at("competentAuthority")),
  };

  function countryCode(code: string): string {
    if (/^[A-Z]{3}$/.test(code)) return code;
    const sentence = "Name a country by its code of three letters (ISO 3166-1 alpha-3).";
    throw new SubgraphError("INVALID_INPUT", sentence, at("citizenships"));
  }
}

/** Nothing of a name is lost: what DIN 91379 does not know is refused, not left out. */
function readName(given: string | null, field: string): string | null {
  const name = (given ?? "").normalize("NFC").trim();
  if (name === "") return null;
  if (!isName(name)) throw new SubgraphError("INVALID_INPUT", "A name has the letters of DIN 91379.", field);
  return readText(name, field);
}

function readText(given: string, field: string): string {
  const text = given.normalize("NFC").trim();
  const { length } = [...text];
  if (length >= 1 && length <= charactersMax && !text.includes("\0")) return text;
  throw new SubgraphError("INVALID_INPUT", `Write 1 to ${charactersMax} characters.`, field);
}

function few(given: readonly string[] | null | undefined, most: number, field: string): readonly string[] {
  const list = given ?? [];
  if (list.length <= most) return list;
  throw new SubgraphError("INVALID_INPUT", `Name 1 to ${most} of them.`, field);
}

function readAuthority(id: string | null, sender: string, field: string): string | null {
  if (id === null) return offices.get(sender)?.kind === "ABH" ? sender : null;
  if (offices.get(id)?.kind === "ABH") return id;
  throw new SubgraphError("INVALID_INPUT", "Name an office of kind ABH by its id.", field);
}
