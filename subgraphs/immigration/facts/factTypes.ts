import { and, eq, gt, gte, isNull, notInArray, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import * as tables from "../tables.ts";
import { transferBlockCodes } from "../transferBlockCodes.ts";
import { FactType } from "./FactType.ts";

/** Every type of fact about a person. A row that is over on the date of the question holds no more. */
export const factTypes = {
  person: new FactType(tables.person),
  /** The small block alone: the large one is not shown to anybody, a prohibition hides its person. */
  transferBlock: new FactType(tables.transferBlock, () =>
    notInArray(tables.transferBlock.code, [...transferBlockCodes.large]),
  ),
  residenceStatus: new FactType(tables.residenceStatus, (date) => openOrUntil(tables.residenceStatus.validUntil, date)),
  obligationToLeave: new FactType(tables.obligationToLeave),
  expulsion: new FactType(tables.expulsion),
  removalThreat: new FactType(tables.removalThreat),
  plannedRemoval: new FactType(tables.plannedRemoval, (date) => gte(tables.plannedRemoval.removalDate, date)),
  entryBan: new FactType(tables.entryBan, (date) => openOrUntil(tables.entryBan.until, date)),
  toleration: new FactType(tables.toleration, (date) =>
    and(
      gte(tables.toleration.validUntil, date),
      or(isNull(tables.toleration.endedOn), gt(tables.toleration.endedOn, date)),
    ),
  ),
  asylumProcedure: new FactType(tables.asylumProcedure),
  removalBar: new FactType(tables.removalBar),
  interestToStay: new FactType(tables.interestToStay),
  identityClarification: new FactType(tables.identityClarification),
  travelDocument: new FactType(tables.travelDocument),
  medicalObstacle: new FactType(tables.medicalObstacle, () => eq(tables.medicalObstacle.exists, true)),
  evasionFact: new FactType(tables.evasionFact),
} as const;

function openOrUntil(lastDay: PgColumn, date: string): SQL | undefined {
  return or(isNull(lastDay), gte(lastDay, date));
}
