import { comparePersons } from "../../../subgraphs/immigration/linkage/compare/comparePersons.ts";
import type { FieldName } from "../../../subgraphs/immigration/linkage/compare/levels.ts";
import type { PreparedPerson } from "../../../subgraphs/immigration/linkage/compare/PreparedPerson.ts";
import type { Together } from "../../../subgraphs/immigration/linkage/model/Together.ts";
import type { FileIndex } from "../FileIndex.ts";
import { Dice } from "../generator/Dice.ts";
import { expectationMaximisation } from "./expectationMaximisation.ts";
import { type LevelShares, levelShares } from "./levelShares.ts";
import { Patterns } from "./Patterns.ts";
import { togetherShares } from "./togetherShares.ts";

const fields: readonly FieldName[] = ["family", "given", "birth", "place", "order"];
const randomPairs = 2_000_000;

/**
 * m and u of every level, without the truth of any description. u comes from pairs of two persons on file taken at random, each of whom is on
 * file once. m comes from EM over two sets of blocked pairs, each for the fields that it is not blocked by: names among equal dates of birth,
 * dates among equal names; so does how levels of names come together.
 *
 * @param described prepared descriptions
 */
export function estimateShares(
  file: FileIndex,
  described: readonly PreparedPerson[],
  seed: number,
): { readonly m: LevelShares; readonly u: LevelShares; readonly together: Together } {
  const dice = new Dice(`linkage/random pairs/${seed}`);
  const random = new Patterns(fields);
  for (let pair = 0; pair < randomPairs; pair += 1) {
    const one = dice.pick(file.onFile);
    const other = dice.pick(file.onFile);
    if (one !== other) random.add(comparePersons(one, other));
  }
  const u = levelShares(random, () => 1);
  const names = blocked(file, described, ({ dateOfBirth }) => (dateOfBirth?.length === 10 ? dateOfBirth : null), [
    "family",
    "given",
    "order",
  ]);
  const dates = blocked(file, described, namesOf, ["birth", "place"]);
  const byName = expectationMaximisation(names, u);
  const m = { ...byName.m, ...expectationMaximisation(dates, u).m };
  return { m, u, together: togetherShares(names, byName.belongs) };
}

function namesOf({ familyNames, givenNames }: PreparedPerson): string | null {
  const [family] = familyNames;
  return family === undefined || givenNames === null ? null : `${family.folded} ${givenNames.folded}`;
}

function blocked(
  file: FileIndex,
  described: readonly PreparedPerson[],
  keyOf: (person: PreparedPerson) => string | null,
  estimated: readonly FieldName[],
): Patterns {
  const blocks = Map.groupBy(file.onFile, keyOf);
  const patterns = new Patterns(estimated);
  for (const person of described) {
    const key = keyOf(person);
    if (key === null) continue;
    for (const other of blocks.get(key) ?? []) patterns.add(comparePersons(person, other, file.compareNames));
  }
  return patterns;
}
