import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { de, en_GH, en_NG, fr_SN, hr, type LocaleDefinition, ru, sr_RS_latin, tr, uk, vi } from "@faker-js/faker";
import { parse } from "yaml";
import { z } from "zod";
import type { Origin } from "../origins.ts";
import { NameList, type Spellings } from "./NameList.ts";
import { spellings } from "./spellings.ts";

type Sex = "female" | "male";
type Lists = Readonly<Record<Sex, NameList>>;

/** Names of one origin, by sex: family names of a woman can differ from a man's. */
export interface NameSource {
  readonly family: Lists;
  readonly given: Lists;
  readonly places: NameList;
}

const written = z.array(z.array(z.string()).min(1));
const attested = z.strictObject({ male: written, female: written, family: written });
const read = (name: string) => parse(readFileSync(new URL(`../names/${name}.yaml`, import.meta.url), "utf8"));
const places = z.record(z.string(), written).parse(read("places"));
const vietnamese = z.record(z.string(), z.number()).parse(read("vietnameseFamilies"));
const [arabic, persian, westAfrican] = ["arabic", "persian", "westAfrican"].map((name) => attested.parse(read(name)));

/** Names of Faker stand in the order of the alphabet; how common each is, is drawn once and for all. */
function ranked(names: readonly string[], spell: (name: string) => Spellings): Spellings[] {
  const rank = (name: string) => createHash("sha256").update(name).digest("hex");
  return [...new Set(names.map((name) => name.normalize("NFC").trim()))]
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map(spell);
}

function fromFaker(
  sex: Sex,
  member: "first_name" | "last_name",
  locales: readonly LocaleDefinition[],
): readonly string[] {
  return locales.flatMap(({ person }) => {
    const lists = person?.[member] as Partial<Record<Sex | "generic", readonly string[] | null>> | null | undefined;
    return [...(lists?.[sex] ?? lists?.generic ?? [])];
  });
}

function bySex(list: (sex: Sex) => readonly Spellings[]): Lists {
  return { female: new NameList(list("female")), male: new NameList(list("male")) };
}

function ofFaker(
  origin: Origin,
  spell: (name: string) => Spellings,
  ...locales: readonly LocaleDefinition[]
): NameSource {
  const names = (member: "first_name" | "last_name") => bySex((sex) => ranked(fromFaker(sex, member, locales), spell));
  return { family: names("last_name"), given: names("first_name"), places: placesOf(origin) };
}

function ofList(origin: Origin, lists: z.infer<typeof attested>): NameSource {
  return { family: bySex(() => lists.family), given: bySex((sex) => lists[sex]), places: placesOf(origin) };
}

function placesOf(origin: Origin): NameList {
  return new NameList(places[origin] ?? [["?"]]);
}

function vietnameseNames(): NameSource {
  const faker = ofFaker("VIETNAMESE", spellings.ofLatin, vi);
  const family = new NameList(Object.keys(vietnamese).map(spellings.ofLatin), Object.values(vietnamese));
  return { ...faker, family: { female: family, male: family } };
}

function westAfricanNames(): NameSource {
  const locales = [fr_SN, en_NG, en_GH];
  const own = westAfrican ?? { male: [], female: [], family: [] };
  const more = (sex: Sex, member: "first_name" | "last_name") =>
    ranked(fromFaker(sex, member, locales), spellings.ofLatin);
  return {
    family: bySex((sex) => [...own.family, ...more(sex, "last_name")]),
    given: bySex((sex) => [...own[sex], ...more(sex, "first_name")]),
    places: placesOf("WEST_AFRICAN"),
  };
}

/** Where names are drawn from: the locales of Faker (MIT) and the lists of `names/`. */
export const nameSources: Readonly<Record<Origin, NameSource>> = {
  GERMAN: ofFaker("GERMAN", spellings.ofLatin, de),
  TURKISH: ofFaker("TURKISH", spellings.ofLatin, tr),
  ARABIC: ofList("ARABIC", arabic ?? { male: [], female: [], family: [] }),
  PERSIAN: ofList("PERSIAN", persian ?? { male: [], female: [], family: [] }),
  EAST_SLAVIC: ofFaker("EAST_SLAVIC", spellings.ofCyrillic, uk, ru),
  SOUTH_SLAVIC: ofFaker("SOUTH_SLAVIC", spellings.ofLatin, sr_RS_latin, hr),
  WEST_AFRICAN: westAfricanNames(),
  VIETNAMESE: vietnameseNames(),
};
