import { codeValue } from "../../../schema/codeLists.ts";
import { presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { Conviction } from "../records/Conviction.ts";

/** `Conviction`: usable on the date of the question, always. */
export const convictionFields: TypeResolvers = {
  id: ({ factId }: Conviction) => factId,
  fileRef: ({ courtFileRef }: Conviction) => courtFileRef,
  sentence: (conviction: Conviction) => ({
    kind: codeValue("artderstrafe", sentenceCode(conviction)),
    years: conviction.years,
    months: conviction.months,
    weeks: conviction.weeks,
    days: conviction.days,
    dayFines: conviction.dayFines,
    probation: conviction.suspended,
  }),
  provenance: presentProvenance,
};

/** Code of the list `artderstrafe`. */
function sentenceCode({ penalty, suspended }: Conviction): string {
  switch (penalty) {
    case "IMPRISONMENT":
      return suspended ? "02" : "01";
    case "FINE":
      return "03";
    case "YOUTH_SENTENCE":
      return suspended ? "05" : "04";
    default:
      return "06";
  }
}
