import { codeLists } from "../../../schema/codeLists.ts";
import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";
import { lastDay } from "../lastDay.ts";
import * as tables from "../tables.ts";
import { residenceKind } from "./residenceKind.ts";

/** Whether a code of the list `duldung` says that one is granted; others revoke one or say that it expired. */
const grantsToleration = (code: string) => /erteilt/.test(codeLists.get("duldung")?.get(code)?.name ?? "");

/** Every kind of residence fact that an office may send. Their order does not matter. */
export const residenceKinds: readonly SuppliedKind[] = [
  residenceKind({
    name: "RESIDENCE_STATUS",
    table: tables.residenceStatus,
    oneADay: true,
    list: "aufenthaltsstatus",
    notBefore: ["validUntil"],
    columns: ({ values: { code, validUntil = null } }) => ({ code, validUntil }),
  }),
  residenceKind({
    name: "OBLIGATION_TO_LEAVE",
    table: tables.obligationToLeave,
    oneADay: true,
    list: null,
    faultIn: ({ values: { exists, enforceable } }) => (enforceable && !exists ? "enforceable" : null),
    columns: ({ values: { exists, enforceable, finality = null } }) => ({ exists, enforceable, finality }),
  }),
  residenceKind({
    name: "EXPULSION",
    table: tables.expulsion,
    list: "ausweisung",
    faultIn: ({ values: { code, servedOn, finalOn, tier } }, date) => {
      if (!codeLists.get("ausweisung")?.has(code)) return "code";
      if (servedOn > date) return "servedOn";
      if (finalOn > date) return "finalOn";
      if (servedOn !== undefined && finalOn < servedOn) return "finalOn";
      return tier === undefined || tier === 1 || tier === 2 ? null : "tier";
    },
    columns: ({ values: { code, servedOn = null, finalOn = null, tier = null } }) => ({
      code,
      servedOn,
      finalOn,
      tier,
    }),
  }),
  residenceKind({
    name: "REMOVAL_THREAT",
    table: tables.removalThreat,
    oneADay: true,
    list: "abschiebung",
    notBefore: ["deadline"],
    columns: ({ values: { code, deadline = null, enforceable } }) => ({ code, deadline, enforceable }),
  }),
  residenceKind({
    name: "ENTRY_BAN",
    table: tables.entryBan,
    list: "einreiseaufenthaltsverbot",
    notBefore: ["until"],
    columns: ({ values: { code, until = null } }) => ({ code, until }),
  }),
  residenceKind({
    name: "TOLERATION",
    table: tables.toleration,
    oneADay: true,
    list: "duldung",
    isOfKind: grantsToleration,
    notBefore: ["validUntil", "endedOn"],
    columns: ({ values: { code, validUntil, endedOn = null } }) => ({ reasonCode: code, validUntil, endedOn }),
    lastDay: ({ values: { validUntil, endedOn = null } }) => lastDay(tables.toleration, { validUntil, endedOn }),
  }),
  residenceKind({
    name: "IDENTITY_CLARIFICATION",
    table: tables.identityClarification,
    oneADay: true,
    list: null,
    faultIn: ({ values: { code, warningGivenOn } }, date) => {
      if (!codeLists.get("peb-verfahrensstatus")?.has(code)) return "code";
      return warningGivenOn > date ? "warningGivenOn" : null;
    },
    columns: ({ values: { code, cooperation = null, warningGivenOn = null } }) => ({
      statusCode: code,
      cooperation,
      warningGivenOn,
    }),
  }),
  residenceKind({
    name: "TRAVEL_DOCUMENT",
    table: tables.travelDocument,
    list: null,
    columns: ({ values: { kind, present, validUntil = null } }) => ({ documentKind: kind, present, validUntil }),
    lastDay: ({ values: { validUntil = null } }) => lastDay(tables.travelDocument, { validUntil }),
  }),
];
