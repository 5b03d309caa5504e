import { residenceLawLists } from "../penal/residenceLawLists.ts";
import type { Conviction } from "../records/Conviction.ts";

/**
 * Whether § 60 (8), (8a) or (8b) AufenthG can refer to a conviction: three years; or one year (the two years of (8a) lie
 * within) for intentional offences of § 177 StGB, §§ 96, 97 AufenthG, with violence, or from an inhumane motive. Whether a
 * sentence of three years is for a crime or an especially grave offence, BAMF decides.
 */
export function refersToRemovalBar(conviction: Conviction): boolean {
  const { penalty, lifeSentence, sentenceMonths, offences } = conviction;
  if (penalty !== "IMPRISONMENT" && penalty !== "YOUTH_SENTENCE") return false;
  if (lifeSentence || sentenceMonths >= 36) return true;
  if (sentenceMonths < 12) return false;
  return offences.some(
    ({ intentional, provision, violence }) =>
      intentional &&
      (violence ||
        conviction.inhumaneMotiveFound ||
        residenceLawLists.sexualAssault(provision) ||
        residenceLawLists.smuggling(provision)),
  );
}
