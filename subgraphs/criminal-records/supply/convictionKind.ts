import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";
import { parseProvision } from "../penal/parseProvision.ts";
import { conviction, offence } from "../tables.ts";

const offencesMax = 50;
const lengths = ["years", "months", "weeks", "days"] as const;
/** Longest sentence of each unit: a hundred years, whatever a foreign court gave (§ 54 BZRG). */
const lengthsMax = { years: 100, months: 1_200, weeks: 5_200, days: 36_500 } as const;
/** Most day fines, of an overall sentence (§ 54 (2) sentence 2 StGB). */
const dayFinesMax = 720;
/** Days that come after the decision, the last two only of a sentence on probation. */
const laterDays = ["enforcementSettledOn", "suspensionRevokedOn", "remainderRemittedOn"] as const;
const custodial: readonly string[] = ["IMPRISONMENT", "MILITARY_DETENTION", "YOUTH_SENTENCE"];

/** Conviction with its offences, as the prosecutor's office reports the outcome. It is the register's, and makes no relation. */
export const convictionKind: SuppliedKind = {
  name: "CONVICTION",
  category: "CONVICTION_SUPPLY",
  table: conviction,
  needsLabel: false,
  subjectCategory: "CONVICTED",
  relation: null,
  faultIn({ values }, date) {
    const { court, courtFileRef, decidedOn, finalOn, penalty, dayFines, offences } = values;
    if (!isShort(court)) return "court";
    if (!isShort(courtFileRef)) return "courtFileRef";
    if (decidedOn > date) return "decidedOn";
    if (finalOn !== undefined && (finalOn < decidedOn || finalOn > date)) return "finalOn";
    if ((penalty === "FINE") !== (dayFines !== undefined) || dayFines < 1 || dayFines > dayFinesMax) return "dayFines";
    const length = lengths.find((unit) => values[unit] < 0 || values[unit] > lengthsMax[unit]);
    if (length !== undefined) return length;
    if (custodial.includes(penalty) && !lengths.some((unit) => values[unit] > 0)) return "months";
    const later = laterDays.find((day) => values[day] < decidedOn || values[day] > date);
    if (later !== undefined) return later;
    const ofProbation = laterDays.slice(1).find((day) => values[day] !== undefined && values.probation !== true);
    if (ofProbation !== undefined) return ofProbation;
    return offences.length < 1 || offences.length > offencesMax || !offences.every(isOffence) ? "offences" : null;

    function isOffence({ provision, designation, committedOn }: Readonly<Record<string, string>>): boolean {
      return parseProvision(provision ?? "") !== null && isShort(designation) && (committedOn ?? "") <= decidedOn;
    }
  },
  columns: ({ values }) => ({
    court: values.court,
    courtFileRef: values.courtFileRef,
    firstJudgmentOn: values.decidedOn,
    decidedOn: values.decidedOn,
    finalOn: values.finalOn ?? null,
    penalty: values.penalty,
    ...Object.fromEntries(lengths.map((unit) => [unit, values[unit] ?? null])),
    dayFines: values.dayFines ?? null,
    suspended: values.probation ?? false,
    ...Object.fromEntries(laterDays.map((day) => [day, values[day] ?? null])),
  }),
  deleteBy: () => null,
  tie: () => null,
  lastDay: () => null,
  below: {
    table: offence,
    owner: offence.convictionId,
    rows: ({ factId, personRef, content }) =>
      content.values.offences.map((each: Readonly<Record<string, unknown>>, index: number) => ({
        convictionId: factId,
        number: index + 1,
        personRef,
        provision: each.provision,
        designation: each.designation,
        committedOn: each.committedOn,
        intentional: each.intentional,
        weapon: each.weapon ?? false,
        violence: each.violence ?? false,
        serial: each.serial ?? false,
      })),
  },
};

function isShort(text: unknown): boolean {
  return typeof text === "string" && text !== "" && text.length <= 200 && !text.includes("\0");
}
