import { expect, test } from "vitest";
import { nullSentences } from "../../../../gateway/console/pages/portal/nullSentences.ts";
import { termsOf } from "../../../../gateway/console/pages/portal/termsOf.ts";

// biome-ignore format: a table, a row a line
test.each([
  ["Case reference (Fallnummer), as `Case.caseRef` gives it.", "Fallnummer", []],
  ["Whether the person cooperates (Mitwirkung, § 48 (3) AufenthG).", "Mitwirkung", ["§ 48 (3) AufenthG"]],
  ["Obligation (Ausreisepflicht, § 50 AufenthG) and why (§ 58 (2) AufenthG).", "Ausreisepflicht", ["§ 50 AufenthG", "§ 58 (2) AufenthG"]],
  ["Logic of the assessment (Auskunft, Art. 15 (1) (h) GDPR).", "Auskunft", ["Art. 15 (1) (h) GDPR"]],
  ["Toleration (Duldung), § 60a AufenthG.", "Duldung", ["§ 60a AufenthG"]],
  ["Ground (§ 479 StPO, § 12 (3) EGGVG), § 59 (1), last sentence, AufenthG.", null, ["§ 479 StPO", "§ 12 (3) EGGVG", "§ 59 (1), last sentence, AufenthG"]],
  ["Restriction (Einschränkung der Verarbeitung, § 58 BDSG as model).", "Einschränkung der Verarbeitung", ["§ 58 BDSG as model"]],
  ["Paragraph of § 54 AufenthG: 1 (particularly serious) or 2 (serious).", null, ["§ 54 AufenthG"]],
  ["Instant (RFC 3339), for example `(Tag)`.", "Tag", []],
  ["Opaque reference.", null, []],
  [null, null, []],
])("The German term and the norms of “%s”: %s, %j", (description, german, norms) => {
  expect(termsOf(description)).toEqual({ german, norms });
});

// biome-ignore format: a table, a row a line
test.each([
  ["Outcome; null while it is not closed.", ["null while it is not closed."]],
  ["Last day of the ban (Befristung); null: without a time limit.", ["null: without a time limit."]],
  ["Null where it does not exist\nor is not visible. Never empty.", ["Null where it does not exist or is not visible."]],
  ["A nullity is something else.", []],
  [null, []],
])("What “%s” says of null: %j", (description, sentences) => {
  expect(nullSentences(description)).toEqual(sentences);
});
