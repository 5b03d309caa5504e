import type { Described } from "../../../subgraphs/immigration/linkage/compare/preparePerson.ts";
import type { Origin } from "../origins.ts";
import { Dice } from "./Dice.ts";
import { describe } from "./describe.ts";
import { drawPerson } from "./drawPerson.ts";
import { drawRelative } from "./drawRelative.ts";
import { type ErrorClass, errorClasses } from "./errorClasses.ts";
import type { TruePerson } from "./TruePerson.ts";

/** A description whose truth is known. */
export interface Announced {
  readonly described: Described;
  readonly origin: Origin;
  /** Place on file of the person it is of; null where that person is not on file. */
  readonly truth: number | null;
  /** What is wrong; `NONE`, or `SEVERAL` for two or more. */
  readonly error: ErrorClass | "NONE" | "SEVERAL";
}

/** Persons on file, and descriptions that come in. */
export interface DrawnFile {
  readonly onFile: readonly Described[];
  readonly announced: readonly Announced[];
}

/** Shares, invented: of relatives on file, of the announced who are on file, and of relatives among those who are not. */
const relativesOnFile = 0.06;
const knownAmongAnnounced = 0.6;
const relativesAmongUnknown = 0.2;
/** How many things are wrong with a description. */
const errorCounts = { none: 55, one: 33, two: 12 } as const;
/** Most ways in which an office writes a name. */
const stylesMax = 12;

/** Draws a file of so many persons and so many descriptions: the same seed, the same. */
export function drawFile(seed: number, persons: number, descriptions: number): DrawnFile {
  const dice = new Dice(`linkage/${seed}`);
  const drawn: { readonly person: TruePerson; readonly style: number }[] = [];
  while (drawn.length < persons) {
    const person = drawPerson(dice);
    drawn.push({ person, style: dice.below(stylesMax) });
    if (dice.happens(relativesOnFile)) drawn.push({ person: drawRelative(person, dice), style: dice.below(stylesMax) });
  }
  drawn.length = persons;
  const onFile = drawn.map(({ person, style }) => filed(person, style, dice));
  const announced = Array.from({ length: descriptions }, () => announce(drawn, dice));
  return { onFile, announced };
}

/** A file is opened with papers at hand: a name at birth or a day of birth can be missing, little else. */
function filed(person: TruePerson, style: number, dice: Dice): Described {
  const described = describe(person, style, dice.happens(0.02) ? ["BIRTH_PARTIAL"] : [], dice);
  return dice.happens(0.4) ? { ...described, birthName: null } : described;
}

function announce(drawn: readonly { readonly person: TruePerson; readonly style: number }[], dice: Dice): Announced {
  const truth = dice.happens(knownAmongAnnounced) ? dice.below(drawn.length) : null;
  const { person: near, style } = drawn[truth ?? dice.below(drawn.length)] as (typeof drawn)[number];
  const unknown = () => (dice.happens(relativesAmongUnknown) ? drawRelative(near, dice) : drawPerson(dice));
  const person = truth === null ? unknown() : near;
  const errors = drawErrors(dice);
  const [first] = errors;
  return {
    described: describe(person, style, errors, dice),
    origin: person.origin,
    truth,
    error: errors.length > 1 ? "SEVERAL" : (first ?? "NONE"),
  };
}

function drawErrors(dice: Dice): readonly ErrorClass[] {
  const count = { none: 0, one: 1, two: 2 }[dice.weighted(errorCounts)];
  const drawn = new Set<ErrorClass>();
  while (drawn.size < count) drawn.add(dice.weighted(errorClasses));
  return [...drawn];
}
