import type { PolicyRecord, PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { vocabulary } from "../../schema/vocabulary.ts";

/** A right as the contract has it. */
export function presentRight({ when, rule, prohibitions, ...same }: PolicyRight, record: PolicyRecord) {
  return {
    ...same,
    categoryName: vocabulary.categories[same.category]?.german ?? null,
    relation: when,
    rule: presentReason(rule, record.rules),
    prohibitions: prohibitions.map((id) => presentReason(id, record.prohibitions)),
  };
}

/** A rule or prohibition in words. */
export function presentReason(id: string, reasons: PolicyRecord["rules"]) {
  const found = reasons.find((each) => each.id === id);
  return { id, sentence: found?.sentence ?? null, norms: found?.because ?? null };
}
