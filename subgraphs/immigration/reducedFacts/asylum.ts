import { codeClasses } from "./codeClasses.ts";
import type { Reduction } from "./Reduction.ts";

/** Asylum procedure or court remedy that is pending (§§ 55, 67, 71 AsylG). */
export const asylum: Reduction = ({ asylumProcedures: [latest] }) => {
  if (latest === undefined) return { value: "NONE", restsOn: [] };
  const open = codeClasses.asylumOpen.has(latest.statusCode);
  if (open && latest.procedureKind === "FIRST") return { value: "FIRST_APPLICATION", restsOn: [latest] };
  const pending = open || latest.remedyPending;
  return { value: pending ? "SUBSEQUENT_OR_INTERIM_RELIEF" : "NONE", restsOn: [latest] };
};
