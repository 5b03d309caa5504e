import { jaroWinkler } from "../../../subgraphs/immigration/linkage/names/jaroWinkler.ts";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import type { Dice } from "./Dice.ts";
import { dayInPapers } from "./dayInPapers.ts";
import { drawGivenNames } from "./drawGivenNames.ts";
import type { Spellings } from "./NameList.ts";
import type { TruePerson } from "./TruePerson.ts";

/** How another person resembles one. Shares are invented: what matters is that each is there in numbers. */
const kinships = { TWIN: 20, TWIN_ALIKE: 5, SIBLING: 45, NAMESAKE: 30 } as const;

/** Somebody else who is easily taken for the person: a twin, one with a name that sounds alike, brother or sister, parent of the same name. */
export function drawRelative(person: TruePerson, dice: Dice): TruePerson {
  const kinship = dice.weighted(kinships);
  const { origin, dateOfBirth } = person;
  const years = kinship === "NAMESAKE" ? 20 + dice.below(20) : 1 + dice.below(8);
  const otherDay = dayInPapers(addDays(dateOfBirth, -years * 365 - dice.below(300)), origin, dice);
  if (kinship === "NAMESAKE") return { ...person, birth: null, dateOfBirth: otherDay };
  const sex = kinship === "TWIN_ALIKE" ? person.sex : dice.pick(["female", "male"] as const);
  const drawn = Array.from({ length: kinship === "TWIN_ALIKE" ? 12 : 2 }, () => drawGivenNames(origin, sex, dice));
  const others = drawn.filter(([first]) => first !== undefined && !isSame(first, person.given[0]));
  const [given] = others.toSorted((one, other) => likeness(other, person) - likeness(one, person));
  if (given === undefined) return { ...person, birth: null, dateOfBirth: otherDay };
  return { ...person, sex, birth: null, given, dateOfBirth: kinship === "SIBLING" ? otherDay : dateOfBirth };
}

/** Nobody calls twins by two spellings of one name: Sydney and Sidney, Joleen and Jolin. Karim and Karima can be twins. */
function isSame(one: Spellings, other: Spellings | undefined): boolean {
  return one.some((spelling) => other?.some((each) => aloud(each) === aloud(spelling)));
}

function aloud(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/ee|ie|y/g, "i")
    .replaceAll(/(.)\1/g, "$1");
}

function likeness([first]: readonly Spellings[], { given }: TruePerson): number {
  return jaroWinkler(first?.[0] ?? "", given[0]?.[0] ?? "");
}
