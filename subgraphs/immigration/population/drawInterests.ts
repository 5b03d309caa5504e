import { interestToStay } from "../tables.ts";
import type { Draft } from "./Draft.ts";
import type { Situation } from "./Situation.ts";

/** Interests to stay of § 55 AufenthG by paragraph and number: of minors, of adults. */
const interests = {
  minor: [
    { tier: 2, number: "1" },
    { tier: 2, number: "4" },
  ],
  adult: [
    { tier: 1, number: "1" },
    { tier: 1, number: "2" },
    { tier: 1, number: "4" },
    { tier: 2, number: "2" },
    { tier: 2, number: "3" },
    { tier: 2, number: "5" },
  ],
} as const;
/** Invented shares. */
const interestShare = 0.2;
const shownShare = 0.6;

/** Interest to stay, claimed or shown. */
export function drawInterests(draft: Draft, { obliged, minor }: Situation): void {
  if (!obliged || !draft.chance(interestShare)) return;
  draft.add(interestToStay, {
    ...draft.fact({ prefix: "IS", eventDate: draft.daysAgo(110, 500), legalBasis: "§ 55 AufenthG" }),
    ...draft.random.helpers.arrayElement<(typeof interests)["minor" | "adult"][number]>(
      minor ? interests.minor : interests.adult,
    ),
    state: draft.chance(shownShare) ? "SHOWN" : "CLAIMED",
  });
}
