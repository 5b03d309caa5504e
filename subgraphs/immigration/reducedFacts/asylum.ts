import { asylumProcedure } from "../tables.ts";
import { codeClasses } from "./codeClasses.ts";
import { isListed } from "./isListed.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

const procedureKinds: readonly string[] = asylumProcedure.procedureKind.enumValues;

/** Asylum procedure or court remedy that is pending (§§ 55, 67, 71 AsylG). */
export const asylum: Reduction = ({ asylumProcedures }) =>
  ofLatestDay(
    asylumProcedures,
    ({ statusCode, procedureKind, remedyPending }) => {
      if (!isListed("asylstatus", statusCode)) return unreadable;
      if (!procedureKinds.includes(procedureKind)) return unreadable;
      const open = codeClasses.asylumOpen.has(statusCode);
      if (open && procedureKind === "FIRST") return "FIRST_APPLICATION";
      return open || remedyPending ? "SUBSEQUENT_OR_INTERIM_RELIEF" : "NONE";
    },
    "NONE",
  );
