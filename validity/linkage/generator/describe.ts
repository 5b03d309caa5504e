import type { Described } from "../../../subgraphs/immigration/linkage/compare/preparePerson.ts";
import type { Dice } from "./Dice.ts";
import type { ErrorClass } from "./errorClasses.ts";
import type { Spellings } from "./NameList.ts";
import { nameSources } from "./nameSources.ts";
import { slipInDate } from "./slipInDate.ts";
import { slipInName } from "./slipInName.ts";
import { spellings } from "./spellings.ts";
import type { TruePerson } from "./TruePerson.ts";

type Draft = { -readonly [Field in keyof Described]: Described[Field] };

/**
 * A person as papers describe them, with what is wrong.
 *
 * @param style which spelling of each name an office writes: the same number, the same spelling
 */
export function describe(person: TruePerson, style: number, errors: readonly ErrorClass[], dice: Dice): Described {
  const written = errors.includes("TRANSLITERATION") ? style + 1 + dice.below(3) : style;
  const draft: Draft = {
    familyName: person.family.map((name) => spelled(name, written)).join("-"),
    givenNames: person.given.map((name) => spelled(name, written)).join(" "),
    birthName: person.birth === null ? null : spelled(person.birth, written),
    formerNames: [],
    dateOfBirth: person.dateOfBirth,
    placeOfBirth: spelled(person.place, style),
  };
  for (const error of errors) changes[error](draft, person, dice);
  return draft;
}

const changes: Readonly<Record<ErrorClass, (draft: Draft, person: TruePerson, dice: Dice) => void>> = {
  TRANSLITERATION() {},
  DIACRITICS(draft) {
    for (const field of ["familyName", "givenNames", "birthName"] as const) {
      const name = draft[field];
      if (name !== null) draft[field] = spellings.bare(name);
    }
  },
  TYPO(draft, _person, dice) {
    const field = dice.pick(["familyName", "givenNames"] as const);
    draft[field] = slipInName(draft[field] ?? "", dice);
  },
  NAME_PART(draft, { origin, sex, given, family }, dice) {
    const names = given.length > 1 ? (draft.givenNames ?? "").split(" ") : [];
    const families = family.length > 1 ? (draft.familyName ?? "").split("-") : [];
    if (names.length > 1) draft.givenNames = dice.happens(0.8) ? (names[0] ?? "") : names.slice(1).join(" ");
    else if (families.length > 1) draft.familyName = dice.pick(families);
    else draft.givenNames = `${draft.givenNames} ${nameSources[origin].given[sex].draw(dice)[0]}`;
  },
  NAME_CHANGE(draft, { origin, sex }, dice) {
    if (dice.happens(0.5)) draft.birthName = draft.familyName;
    draft.familyName = nameSources[origin].family[sex].draw(dice)[0] ?? "";
  },
  NAME_ORDER(draft) {
    [draft.familyName, draft.givenNames] = [draft.givenNames, draft.familyName];
  },
  BIRTH_SWAP(draft, person, dice) {
    if (draft.dateOfBirth?.length !== 10) return;
    const [year, month, day] = draft.dateOfBirth.split("-");
    if (Number(day) > 12 || day === month) changes.BIRTH_SLIP(draft, person, dice);
    else draft.dateOfBirth = `${year}-${day}-${month}`;
  },
  BIRTH_SLIP(draft, _person, dice) {
    if (draft.dateOfBirth?.length === 10) draft.dateOfBirth = slipInDate(draft.dateOfBirth, dice);
  },
  BIRTH_DEFAULT(draft) {
    if (draft.dateOfBirth !== null) draft.dateOfBirth = `${draft.dateOfBirth.slice(0, 4)}-01-01`;
  },
  BIRTH_PARTIAL(draft, _person, dice) {
    draft.dateOfBirth = draft.dateOfBirth?.slice(0, dice.happens(0.5) ? 4 : 7) ?? null;
  },
  BIRTH_MISSING(draft) {
    draft.dateOfBirth = null;
  },
  PLACE(draft, { origin, place }, dice) {
    const other = dice.happens(0.3) ? nameSources[origin].places.draw(dice) : place;
    draft.placeOfBirth = dice.happens(0.4) ? null : spelled(other, dice.below(4));
  },
};

function spelled(name: Spellings, style: number): string {
  return name[style % name.length] ?? "";
}
