import {
  az,
  de,
  en_GH,
  en_IN,
  en_NG,
  es,
  type Faker,
  fr,
  hr,
  id_ID,
  it,
  type LocaleDefinition,
  pl,
  pt_BR,
  ro,
  sr_RS_latin,
  tr,
  uz_UZ_latin,
  vi,
} from "@faker-js/faker";

/** Locales whose names are written in Latin letters, as registers keep them. Each is as likely as any other. */
const locales: readonly LocaleDefinition[] = [
  de,
  az,
  en_GH,
  en_IN,
  en_NG,
  es,
  fr,
  hr,
  id_ID,
  it,
  pl,
  pt_BR,
  ro,
  sr_RS_latin,
  tr,
  uz_UZ_latin,
  vi,
];

/** Names of a synthetic person. Shares are invented. */
export interface DrawnName {
  readonly familyName: string;
  readonly birthName: string | null;
  readonly givenNames: string;
}

/** Draws a name that depends on sex alone. */
export function drawName(random: Faker, sex: "female" | "male"): DrawnName {
  const { first_name, last_name } = random.helpers.arrayElement(locales).person ?? {};
  const pick = (names: Partial<Record<"female" | "male" | "generic", string[]>> | null | undefined) =>
    random.helpers.arrayElement([...(names?.[sex] ?? names?.generic ?? [])]);
  return {
    familyName: pick(last_name),
    birthName: random.datatype.boolean({ probability: 0.2 }) ? pick(last_name) : null,
    givenNames: random.datatype.boolean({ probability: 0.2 })
      ? `${pick(first_name)} ${pick(first_name)}`
      : pick(first_name),
  };
}
