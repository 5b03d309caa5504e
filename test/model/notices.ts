import { fetchedFields } from "../../subgraphs/casework/notices/fetchedFields.ts";
import { opaqueId } from "../../subgraphs/shell/opaqueId.ts";
import { page } from "./page.ts";
import type { Item, Registry } from "./Registry.ts";
import type { Rules } from "./Rules.ts";

/** Kind of notice → its category, written down once more. */
const categoryOf: Readonly<Record<string, string>> = {
  EXPULSION_FINAL: "NOTICE_EXPULSION",
  REMOVAL_THREAT_ENFORCEABLE: "NOTICE_REMOVAL_THREAT",
  CONSENT_REQUESTED: "NOTICE_CONSENT",
  CONSENT_ANSWERED: "NOTICE_CONSENT",
  RELEASE_WITHIN_SIX_MONTHS: "NOTICE_CUSTODY",
  HALF_TERM_WITHIN_SIX_MONTHS: "NOTICE_CUSTODY",
  CUSTODY_DATES_MOVED: "NOTICE_CUSTODY",
  ADMISSION_DECIDED: "NOTICE_CASE_COURSE",
  CASE_MOVED_ON: "NOTICE_CASE_COURSE",
  MEASURE_DUE: "NOTICE_MEASURE",
};

/** Every event with every relation of the asking office to its person, and of these what may be told. */
export function notices(args: Item, rules: Rules, { rows }: Registry): Item {
  const { date, holder } = rules.setting;
  const told = rows("directory.news").flatMap((event) => {
    const isDue = event.number !== null && event.keptUntil >= date && event.source !== holder;
    if (!isDue || !args.kinds.includes(event.kind)) return [];
    const category = categoryOf[event.kind] ?? "";
    const ties = rules.ties.filter((tie) => {
      if (tie.personRef !== event.personRef || tie.since > event.on) return false;
      if (event.caseRef !== null && event.caseRef !== tie.caseRef) return false;
      const others = rules.personFacts(event.personRef).filter((fact) => !rules.ties.some(({ kind }) => kind === fact));
      const isMeant = event.tells === null || event.tells.includes(tie.kind);
      const isOwn = event.owners.includes(holder);
      return (
        rules.may("SEE", "NOTICE_CASE", [tie.kind, ...others]) &&
        ((isMeant && rules.may("SEE", category, [tie.kind, ...others])) ||
          (isOwn && rules.may("SEE", category, ["OWN_RECORD", ...others])))
      );
    });
    return [...new Set(ties.map(({ caseRef }) => caseRef))].map((caseRef) => ({
      id: opaqueId("N", `${event.occasion} ${caseRef}`),
      number: event.number,
      kind: event.kind,
      fetch: fetchedFields[event.kind] ?? [],
      caseRef,
      personRef: event.personRef,
      at: new Date(event.at).toISOString(),
    }));
  });
  const { totalCount: _, ...shown } = page(told, args, { number: "number", caseRef: "text" });
  return shown;
}
