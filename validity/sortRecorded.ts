import { catalogues } from "../subgraphs/scoring/catalogue/catalogues.ts";
import { knownFacts } from "../subgraphs/scoring/engine/knownFacts.ts";
import { addDays } from "../subgraphs/shell/calendar/addDays.ts";
import type { FedAssessment, Feed } from "./Feed.ts";
import type { Informed, Recorded, Scored } from "./Recorded.ts";

/**
 * Sorts what the enclave was given.
 *
 * @param on date of the question: nothing of a later day is in the feed
 */
export function sortRecorded({ assessments, ratings, decisions, members }: Feed, on: string): Recorded {
  const sorted = inOrder(assessments, ({ person: _p, assessment: _a, casePseudonym: _c, ...content }) => content);
  const byPseudonym = new Map(sorted.map((each) => [each.assessment, each]));
  const allScored = sorted.flatMap(scoredOf);
  const scoredBy = new Map(allScored.map((each) => [each.assessment, each]));
  const informed = decisions.flatMap((decision): readonly Informed[] => {
    const scored = scoredBy.get(decision.assessment ?? "");
    return scored === undefined ? [] : [{ ...decision, scored }];
  });
  return {
    on,
    groupsUntil: addDays(`${on.slice(0, 7)}-01`, -1),
    latest: sorted.filter(({ fromLatest }) => fromLatest === 1),
    scored: allScored.filter(({ fromLatest }) => fromLatest === 1),
    allScored,
    ratings: inOrder(
      ratings.map((rating) => ({ ...rating, rated: byPseudonym.get(rating.assessment ?? "") ?? null })),
      ({ kind, band, rated }) => [kind, band, rated?.band ?? null],
    ),
    decisions: inOrder(decisions, ({ outcome, followsBand, grounds }) => [outcome, followsBand, grounds]),
    informed: inOrder(informed, ({ outcome, followsBand, grounds, scored: { band, axisA, axisB, madeOn } }) => [
      outcome,
      followsBand,
      grounds,
      band,
      axisA,
      axisB,
      madeOn,
    ]),
    members: new Map(members.map((member) => [member.person, member])),
  };
}

/** Points were counted, and the catalogue that counted them is still held. */
function scoredOf(assessment: FedAssessment): readonly Scored[] {
  const { band, axisA, axisB, facts, madeOn, catalogueVersion } = assessment;
  const compiled = catalogues.version(catalogueVersion);
  if (band === null || axisA === null || axisB === null || compiled === null) return [];
  const given = facts.map((fact) => ({ ...fact, asOf: null, references: [] }));
  return [{ ...assessment, band, axisA, axisB, compiled, known: knownFacts(given, madeOn) }];
}

/** What is drawn by chance must not depend on pseudonyms, which another key would order otherwise: the content decides. */
function inOrder<Item>(items: readonly Item[], contentOf: (item: Item) => unknown): readonly Item[] {
  return items
    .map((item) => ({ item, content: JSON.stringify(contentOf(item)) }))
    .sort((left, right) => (left.content < right.content ? -1 : left.content > right.content ? 1 : 0))
    .map(({ item }) => item);
}
