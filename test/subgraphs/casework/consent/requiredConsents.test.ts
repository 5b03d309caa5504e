import { describe, expect, test } from "vitest";
import { consentTable } from "../../../../subgraphs/casework/consent/consentTable.ts";
import { minorOffences } from "../../../../subgraphs/casework/consent/minorOffences.ts";
import type { ConsentQuestion } from "../../../../subgraphs/casework/consent/Proceedings.ts";
import { requiredConsents } from "../../../../subgraphs/casework/consent/requiredConsents.ts";

/** One open investigation for theft, and everything else is known not to be so. */
const theft: ConsentQuestion = {
  proceedings: [{ provision: "§ 242 StGB" }],
  furtherProceedings: "NO",
  severalActs: "NO",
  complaintFiled: "NO",
  protectedWitness: "NO",
};

const about = (provision: string | null, subsection: number | null = null) => ({
  proceedings: [{ provision, subsection }],
});

// biome-ignore format: a table, an example a line
const examples: readonly (readonly [title: string, changes: Partial<ConsentQuestion>, required: readonly string[]])[] = [
  ["an investigation for theft (§ 242 StGB)", {}, []],
  ["for bodily harm (§ 223 StGB)", about("§ 223 StGB"), []],
  ["for dangerous bodily harm (§ 224 StGB), which is not on the list", about("§ 224 StGB"), ["NOT_MINOR"]],
  ["for robbery (§ 249 StGB)", about("§ 249 StGB"), ["NOT_MINOR"]],
  ["for fraud under § 263 (1) StGB", about("§ 263 StGB", 1), []],
  ["for commercial fraud under § 263 (5) StGB", about("§ 263 StGB", 5), ["NOT_MINOR"]],
  ["for especially serious fraud under § 263 (3) StGB", about("§ 263 StGB", 3), ["NOT_MINOR"]],
  ["for fraud of which no subsection is known", about("§ 263 StGB"), ["PROVISION_UNKNOWN"]],
  ["for resistance under § 113 (1) StGB", about("§ 113 StGB", 1), []],
  ["for resistance in a serious case, § 113 (2) StGB", about("§ 113 StGB", 2), ["NOT_MINOR"]],
  ["for assault on officers (§ 114 StGB)", about("§ 114 StGB"), ["NOT_MINOR"]],
  ["under § 115 StGB as far as it applies § 113 (1)", { proceedings: [{ provision: "§ 115 StGB", asSection113Subsection1: "YES" }] }, []],
  ["under § 115 StGB as far as it applies § 114", { proceedings: [{ provision: "§ 115 StGB", asSection113Subsection1: "NO" }] }, ["NOT_MINOR"]],
  ["under § 115 StGB, nothing more known", about("§ 115 StGB"), ["PROVISION_UNKNOWN"]],
  ["for illegal stay (§ 95 AufenthG)", about("§ 95 AufenthG"), []],
  ["for smuggling (§ 96 AufenthG)", about("§ 96 AufenthG"), ["NOT_MINOR"]],
  ["under § 9 FreizügG/EU", about("§ 9 FreizügG/EU"), []],
  ["for driving without a licence (§ 21 StVG)", about("§ 21 StVG"), []],
  ["for driving without insurance (§ 30 PflVG)", about("§ 30 PflVG"), []],
  ["for a provision that nobody knows", about(null), ["PROVISION_UNKNOWN"]],
  ["for a name that every object in JavaScript has", about("constructor"), ["NOT_MINOR"]],
  ["for theft, in several acts", { severalActs: "YES" }, ["SEVERAL_ACTS"]],
  ["for theft, perhaps in several acts", { severalActs: "UNKNOWN" }, ["SEVERAL_ACTS"]],
  ["for theft, with a criminal complaint", { complaintFiled: "YES" }, ["COMPLAINT_FILED"]],
  ["for theft, perhaps with a complaint", { complaintFiled: "UNKNOWN" }, ["COMPLAINT_FILED"]],
  ["for illegal stay, several times and with a complaint: no counter-exception there", { ...about("§ 95 AufenthG"), severalActs: "YES", complaintFiled: "YES" }, []],
  ["under § 9 FreizügG/EU several times", { ...about("§ 9 FreizügG/EU"), severalActs: "YES" }, []],
  ["for theft, and there may be more", { furtherProceedings: "UNKNOWN" }, ["FURTHER_PROCEEDINGS"]],
  ["for theft, and there is more", { furtherProceedings: "YES" }, ["FURTHER_PROCEEDINGS"]],
  ["for theft and for rape (§ 177 StGB)", { proceedings: [{ provision: "§ 242 StGB" }, { provision: "§ 177 StGB" }] }, ["NOT_MINOR"]],
  ["of a person under witness protection", { protectedWitness: "YES" }, ["PROTECTED_WITNESS"]],
  ["of a person who may be under witness protection", { protectedWitness: "UNKNOWN" }, ["PROTECTED_WITNESS"]],
];

describe("Consent under § 72 (4) AufenthG", () => {
  test.each(examples)("%s", (_, changes, required) => {
    expect(requiredConsents({ ...theft, ...changes }).map(({ id }) => id)).toEqual(required);
  });

  test("every row of the table has an example in which it alone decides", () => {
    const deciding = examples.filter(([, , required]) => required.length === 1).map(([, , [only]]) => only);
    expect(consentTable.map(({ id }) => id).filter((id) => !deciding.includes(id))).toEqual([]);
  });

  test("whatever one of the answers is unknown, consent is required, for every offence of the list that it can turn", () => {
    for (const [provision, subsections] of Object.entries(minorOffences)) {
      const known = { ...theft, ...about(provision, subsections === "ALL" ? null : (subsections[0] ?? null)) };
      expect(requiredConsents(known)).toEqual([]);
      for (const answer of ["furtherProceedings", "protectedWitness"] as const) {
        expect(requiredConsents({ ...known, [answer]: "UNKNOWN" })).toHaveLength(1);
      }
    }
  });

  test("the consent of the witness protection office is another than the prosecutor's", () => {
    const of = (question: Partial<ConsentQuestion>) => requiredConsents({ ...theft, ...question }).map((row) => row.of);
    expect(of({ protectedWitness: "YES" })).toEqual(["WITNESS_PROTECTION"]);
    expect(of({ complaintFiled: "YES" })).toEqual(["PROSECUTOR"]);
  });
});
