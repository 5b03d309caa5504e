import type { RuleRow } from "../RuleRow.ts";

const before = "2026-02-28";
const after = "2026-09-01";
const drawn = ["SECOND_RATING"];

/** Blind second raters. */
// biome-ignore format: a table, a row a line
export const secondRaterRows: readonly RuleRow[] = [
  ["R-RATER-01", "ALLOW", "rrkMuensterSecondRater", "EVALUATION", "SEE CONVICTION", drawn, "a second rater sees usable convictions in a drawn case"],
  ["R-RATER-01", "ALLOW", "rrkMuensterSecondRater", "EVALUATION", "SEE SOCIAL_CONDUCT", drawn, "a second rater sees the reports of conduct"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE CONVICTION", ["OWN_CASE"], "a case of the own RRK that was not drawn is closed to the second rater"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "CASE_MANAGEMENT", "SEE CONVICTION", drawn, "a second rater manages no case"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE IDENTITY", drawn, "a second rater does not see whose facts they are"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE COMPETENT_AUTHORITY", drawn, "nor under which file an immigration authority knows the person"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE ASSESSMENT_BAND", drawn, "a second rater does not see the first band"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE ASSESSMENT_TRACE", drawn, "a second rater does not see the first trace"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "COMBINE CONDUCT_FACTS", drawn, "a second rater has nothing assessed"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE ADMISSION_DECISION", drawn, "whether a decision follows the band is closed"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE CASE", drawn, "the state of the case, which may follow the band, is closed"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE CASE_HISTORY", drawn, "the history of the case is closed"],
  ["R-RATER-01", "DENY", "rrkMuenster", "CASE_MANAGEMENT", "SEE CONVICTION", drawn, "the draw opens nothing to the caseworker"],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE CONVICTION", drawn, "on 28 February nothing is rated a second time", before],
  ["R-RATER-01", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE CONVICTION", drawn, "on 1 September nothing is rated a second time any more", after],

  ["R-RATER-02", "ALLOW", "rrkMuensterSecondRater", "EVALUATION", "WRITE BLIND_RATING", drawn, "a second rater rates a drawn case"],
  ["R-RATER-02", "ALLOW", "rrkMuensterSecondRater", "EVALUATION", "SEE WORKLIST", drawn, "a second rater lists the drawn cases"],
  ["R-RATER-02", "DENY", "rrkMuensterSecondRater", "EVALUATION", "WRITE BLIND_RATING", ["OWN_CASE"], "a second rater rates no case that was not drawn"],
  ["R-RATER-02", "DENY", "rrkMuensterSecondRater", "EVALUATION", "WRITE OWN_ESTIMATE", drawn, "a second rater gives no estimate beside the rating"],
  ["R-RATER-02", "DENY", "rrkMuenster", "CASE_MANAGEMENT", "WRITE BLIND_RATING", drawn, "a caseworker, who sees the score, gives no blind rating"],
  ["R-RATER-02", "DENY", "evaluator", "EVALUATION", "SEE BLIND_RATING", drawn, "the evaluator reads no rating under a person's name"],
  ["R-RATER-02", "DENY", "rrkMuensterSecondRater", "EVALUATION", "WRITE BLIND_RATING", drawn, "on 28 February no rating is given", before],
  ["R-RATER-02", "DENY", "rrkMuensterSecondRater", "EVALUATION", "WRITE BLIND_RATING", drawn, "on 1 September no rating is given any more", after],

  ["R-RATER-03", "ALLOW", "rrkMuensterSecondRater", "EVALUATION", "SEE CATALOGUE", [], "a second rater reads the criteria"],
  ["R-RATER-03", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE EVALUATION_RECORD", [], "a second rater does not read the evaluation's set"],
  ["R-RATER-03", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE CATALOGUE", [], "on 28 February no catalogue is in use for rating", before],
  ["R-RATER-03", "DENY", "rrkMuensterSecondRater", "EVALUATION", "SEE CATALOGUE", [], "on 1 September no catalogue is in use for rating any more", after],
];
