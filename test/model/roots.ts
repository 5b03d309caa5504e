import { createHash } from "node:crypto";
import { offices } from "../../schema/offices.ts";
import { detectors } from "../../subgraphs/audit/detectors/detectors.ts";
import { weekOf } from "../../subgraphs/audit/sample/weekOf.ts";
import { familyNameKey } from "../../subgraphs/immigration/familyNameKey.ts";
import { worklistGroups } from "../../subgraphs/scoring/worklistGroups.ts";
import { publishedCells } from "../../subgraphs/shell/publishedCells.ts";
import { SubgraphError } from "../../subgraphs/shell/SubgraphError.ts";
import { naiveDetectors } from "../subgraphs/audit/naiveDetectors.ts";
import { binsOfFive } from "./binsOfFive.ts";
import { isStale } from "./isStale.ts";
import { notices } from "./notices.ts";
import { page } from "./page.ts";
import { policyRoots } from "./policyRoots.ts";
import { type Item, type Registry, sorted } from "./Registry.ts";
import type { Rules } from "./Rules.ts";
import { validityRoot } from "./validityRoot.ts";

type Read = (args: Item, rules: Rules, registry: Registry) => Item;

/** The root fields: everything there is, filtered by the rules, then by what the client asks for, then cut to a page. */
export const roots: Readonly<Record<string, Read>> = {
  person: ({ personRef }, _rules, { rows }) => rows("immigration.person").find((row) => row.personRef === personRef),

  persons(args, rules, registry) {
    const { competentAuthority, enforceable, tolerated, familyNamePrefix } = args.filter ?? {};
    const byName = args.orderBy === "FAMILY_NAME";
    if ([...(familyNamePrefix ?? "")].length > 100) throw new SubgraphError("INVALID_INPUT");
    const value = (row: Item, field: string) => [registry.value("Person", field, row)].flat().at(0) ?? null;
    const tests: readonly (readonly [wanted: Item, category: string, holds: (row: Item) => boolean])[] = [
      [competentAuthority, "COMPETENT_AUTHORITY", (row) => row.competentAuthority === competentAuthority],
      [enforceable, "OBLIGATION_TO_LEAVE", (row) => value(row, "obligationToLeave")?.enforceable === enforceable],
      [tolerated, "TOLERATION", (row) => (value(row, "toleration") !== null) === tolerated],
      [familyNamePrefix, "IDENTITY", (row) => row.familyNameKey.startsWith(familyNameKey(familyNamePrefix))],
      [byName || null, "IDENTITY", () => true],
    ];
    const asked = tests.filter(([wanted]) => wanted !== null && wanted !== undefined);
    const fitting = registry.rows("immigration.person").filter((row) => {
      const facts = rules.personFacts(row.personRef);
      return (
        ["PERSON_REFERENCE", ...asked.map(([, category]) => category)].every((each) => rules.may("SEE", each, facts)) &&
        asked.every(([, , holds]) => holds(row))
      );
    });
    return byName
      ? page(fitting, args, { familyNameKey: "text", personRef: "text" })
      : page(fitting, args, { personRef: "text" });
  },

  // In the model nobody is one of five.
  interfaceUsage: () => [],

  announcement: ({ reference }, { setting }, { rows }) =>
    rows("immigration.announced_person").find((row) => row.office === setting.office && row.reference === reference),

  clearingQueue: (args, { setting }, { rows }) =>
    sorted(
      rows("immigration.announced_person").filter((row) => row.clearingOffice === setting.office),
      "announcedAt",
      "ticket",
    ).slice(0, sizeOf(args)),

  linkageActs: (args, { setting }, { rows }) =>
    sorted(
      rows("immigration.linkage_act").filter((row) => row.office === setting.office && row.by !== null),
      "-at",
      "-id",
    ).slice(0, sizeOf(args)),

  case: ({ caseRef }, rules, { rows }) =>
    rows("casework.case").find((row) => row.caseRef === caseRef && isKept(rules, row)),

  cases(args, rules, { rows }) {
    const { state, consentState, measureDueUntil, deadlineUntil } = args.filter ?? {};
    const nextOf: Readonly<Record<string, (row: Item) => Item>> = {
      NEXT_MEASURE: ({ caseRef }) => {
        const isTold = (each: Item) =>
          rules.may("SEE", "MEASURE", rules.recordFacts("Measure", each, rules.caseFacts(caseRef)));
        return earliest(
          rows("casework.measure").filter(
            (each) => each.caseRef === caseRef && each.state === "OPEN" && isKept(rules, each) && isTold(each),
          ),
        );
      },
      NEXT_DEADLINE: ({ caseRef }) =>
        rules.may("SEE", "DEADLINE", rules.caseFacts(caseRef))
          ? earliest(
              rows("casework.deadline").filter(
                (each) => each.caseRef === caseRef && each.dueOn >= rules.setting.date && isKept(rules, each),
              ),
            )
          : null,
    };
    const isDueUntil = (order: string, day: Item, row: Item) => {
      const next = nextOf[order]?.(row) ?? null;
      return !isSet(day) || (next !== null && next <= day);
    };
    const fitting = rows("casework.case").filter((row) => {
      const facts = rules.caseFacts(row.caseRef);
      const consents = sorted(rows("casework.prosecutor_consent"), "position").filter(
        (each) => each.caseRef === row.caseRef && isKept(rules, each),
      );
      const latest = [...new Map(consents.map((each) => [each.office, each])).values()];
      const isTold = (consent: Item) =>
        rules.may("SEE", "PROSECUTOR_CONSENT", rules.recordFacts("ProsecutorConsent", consent, facts));
      return (
        rules.may("SEE", "CASE", facts) &&
        isKept(rules, row) &&
        (!state || row.state === state) &&
        (!consentState || latest.some((each) => each.state === consentState && isTold(each))) &&
        isDueUntil("NEXT_MEASURE", measureDueUntil, row) &&
        isDueUntil("NEXT_DEADLINE", deadlineUntil, row)
      );
    });
    const next = nextOf[args.orderBy];
    if (next === undefined) return page(fitting, args, { caseRef: "text" });
    const dated = fitting.map((row) => ({ ...row, due: next(row) ?? "9999-12-31" }));
    return page(dated, args, { due: "day", caseRef: "text" });
  },

  notices,

  worklist(args, rules, registry) {
    const { rows } = registry;
    const date = rules.setting.date;
    const own = rules.ties.filter(({ kind }) => kind === "OWN_CASE");
    const entries = [...new Set(own.map(({ caseRef }) => caseRef))]
      .filter((caseRef) =>
        ["WORKLIST", "ASSESSMENT_BAND"].every((each) => rules.may("SEE", each, rules.caseFacts(caseRef))),
      )
      .map((caseRef) => {
        const since = own
          .filter((tie) => tie.caseRef === caseRef)
          .map((tie) => tie.since)
          .sort()[0];
        const drawn = registry.awaitsEstimate(caseRef);
        const kept = rows("scoring.recorded_assessment").filter(
          (row) => row.caseRef === caseRef && row.eventDate <= date,
        );
        const latest = sorted(kept, "-eventDate", "-recordedAt", "-factId")[0];
        const current =
          latest !== undefined && isStale(rows, latest, date) ? "STALE" : (latest?.band ?? "WITHOUT_BAND");
        const group = drawn ? "OWN_ESTIMATE_FIRST" : latest === undefined ? "NOT_YET_ASSESSED" : current;
        const on = drawn ? since : (latest?.eventDate ?? since);
        return { caseRef, group, date: on, case: { caseRef }, rank: worklistGroups.indexOf(group) };
      })
      .filter(({ group }) => !args.group || group === args.group);
    return page(entries, args, { rank: "number", date: "day", caseRef: "text" });
  },

  worklistByDate(args, rules, { rows }) {
    const isRated = (caseRef: string) => rows("scoring.blind_rating").some((row) => row.caseRef === caseRef);
    const listed = rules.ties.filter(
      ({ kind, caseRef }) =>
        rules.may("SEE", "WORKLIST", [kind]) &&
        rules.may("SEE", "WORKLIST", rules.caseFacts(caseRef)) &&
        !(kind === "SECOND_RATING" && isRated(caseRef)),
    );
    const entries = [...Map.groupBy(listed, ({ caseRef }) => caseRef)].map(([caseRef, ties]) => {
      const date = ties.map(({ since }) => since).sort()[0];
      return { caseRef, date, case: { caseRef } };
    });
    return page(entries, args, { date: "day", caseRef: "text" });
  },

  evaluationRecords(args, rules, { rows }) {
    const fitting = rows("scoring.recorded_assessment").filter(
      (row) =>
        row.eventDate <= rules.setting.date &&
        !isBlocked(rules, row.personRef) &&
        rules.may("SEE", "EVALUATION_RECORD", rules.personFacts(row.personRef)),
    );
    return page(fitting, args, { pseudonym: "text", evaluationRef: "text" }, (row) => ({
      ...row.assessment,
      ...row,
      month: row.eventDate.slice(0, 7),
      blindBands: rows("scoring.blind_rating")
        .filter((each) => each.evaluationRef === row.evaluationRef && each.eventDate <= rules.setting.date)
        .map(({ band }) => band)
        .sort(),
    }));
  },

  validityReport: validityRoot,

  caseStatistics: (_args, rules, { rows }) =>
    table(
      ["PROPOSED", "CHECKED", "AWAITING_CONFIRMATION", "ADMITTED", "REJECTED", "SUSPENDED", "CLOSED"],
      coordinators,
      rows("casework.case").filter((row) => !isBlocked(rules, row.personRef)),
      (row) => [row.state, row.rrk],
    ),

  residenceStatistics: (_args, rules, registry) =>
    table(
      ["Arnsberg", "Detmold", "Düsseldorf", "Köln", "Münster"],
      ["TOLERATED", "NOT_TOLERATED", "NO_OBLIGATION_TO_LEAVE"],
      registry.rows("immigration.person").filter((row) => !isBlocked(rules, row.personRef)),
      (row) => {
        const tolerated = registry.value("Person", "toleration", row).length > 0;
        const obliged = registry.value("Person", "obligationToLeave", row)[0]?.exists === true;
        const region = offices.get(row.competentAuthority)?.region ?? "";
        return [region, tolerated ? "TOLERATED" : obliged ? "NOT_TOLERATED" : "NO_OBLIGATION_TO_LEAVE"];
      },
    ),

  assessmentStatistics: (_args, rules, { rows }) =>
    table(
      coordinators,
      ["PRIORITY", "REGULAR", "LEGAL_EXAMINATION_FIRST", "NO_PROPOSAL", "WITHOUT_BAND"],
      rows("directory.relation")
        .filter((tie) => tie.kind === "OWN_CASE" && rules.inForce(tie) && !isBlocked(rules, tie.personRef))
        .flatMap((tie) => {
          const kept = rows("scoring.recorded_assessment").filter(
            (row) => row.caseRef === tie.caseRef && row.eventDate <= rules.setting.date,
          );
          return sorted(kept, "-eventDate", "-recordedAt", "-factId")
            .slice(0, 1)
            .map(({ band }) => ({ ...tie, band }));
        }),
      (row) => [row.office, row.band ?? "WITHOUT_BAND"],
      "persons",
    ),

  decisionStatistics: (_args, rules, { rows }) =>
    table(
      ["ADMIT", "REJECT"],
      ["FOLLOWS_BAND", "DEVIATES_FROM_BAND", "NO_ASSESSMENT_SEEN"],
      rows("casework.admission_decision").filter(
        (row) =>
          row.eventDate <= rules.setting.date &&
          isKept(rules, row) &&
          ["NOT_REQUIRED", "CONFIRMED"].includes(row.confirmation) &&
          !isBlocked(rules, row.personRef),
      ),
      ({ outcome, followsBand }) => [
        outcome,
        followsBand === null ? "NO_ASSESSMENT_SEEN" : followsBand ? "FOLLOWS_BAND" : "DEVIATES_FROM_BAND",
      ],
    ),

  workingTime: (_args, rules, { rows }) => {
    const over = rows("casework.working_time").filter((row) => row.month < rules.setting.date.slice(0, 7));
    const cells = Map.groupBy(sorted(over, "rrk", "step", "month", "upToMinutes"), ({ rrk, step, month }) =>
      [rrk, step, month].join(" "),
    );
    return [...cells.values()].flatMap((bins) => {
      const histogram = binsOfFive(bins);
      const sum = (key: string) => bins.reduce((total, bin) => total + bin[key], 0);
      const { rrk, step, month } = bins[0] as Item;
      const sums = { steps: sum("steps"), minutes: sum("minutes"), minutesSquared: sum("minutesSquared") };
      return histogram.length === 0 ? [] : [{ rrk, step, month, ...sums, histogram }];
    });
  },

  investigationStatistics: (_args, rules, { rows }) =>
    table(
      ["OPEN", "CHARGED"],
      [...offices.values()].filter(({ kind }) => kind === "PROSECUTION").map(({ id }) => id),
      rows("criminal_records.investigation").filter(
        (row) => row.since <= rules.setting.date && isKept(rules, row) && !isBlocked(rules, row.personRef),
      ),
      (row) => [row.state, row.sourceOffice],
    ),

  ...policyRoots,

  logShards: (_args, _rules, { log }) => log.shards,

  logTree: ({ instance, shard, from = null }, _rules, { log }) =>
    instance === log.instance && shard === log.shard ? log.tree(from) : null,

  /** The model puts none on record. */
  failedIdentifications: (args) => page([], args, { at: "instant", id: "text" }, undefined, "-"),

  accessExport(args, rules, registry) {
    const { edges, pageInfo } = roots.accessRecords?.(args, rules, registry) ?? {};
    return { ...registry.log.exported(edges.map(({ node }: Item) => node.id)), pageInfo };
  },

  accessSample({ week }, _rules, { log }) {
    const from = weekBeginning(week);
    const drawable = log.records
      .filter(({ at }) => at >= new Date(from).toISOString() && at < new Date(from + 7 * 86_400_000).toISOString())
      .filter(({ outcome }) => outcome !== "REFUSED")
      .filter(({ office }) => !["DATA_PROTECTION", "DATA_SUBJECT"].includes(offices.get(office)?.kind ?? ""));
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const lines = [week, ...drawable.map(({ id }) => id).sort()];
    const seed = sha256(lines.map((line) => `${line}\n`).join(""));
    const drawn = drawable.toSorted((one, other) => (sha256(seed + one.id) < sha256(seed + other.id) ? -1 : 1));
    return { week, seed, accesses: drawn.slice(0, 20).map((record) => ({ record, reviews: [] })) };
  },

  accessDetectors({ from, to, first }, _rules, { log }) {
    const size = first ?? 20;
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (size < 1 || size > 200 || !(days > 0 && days <= 31)) throw new SubgraphError("INVALID_INPUT");
    const withHours = ["RRK", "ZAB", "ABH", "BAMF", "MINISTRY", "EVALUATION", "LZPD"];
    const keepsHours = (office: string) => withHours.includes(offices.get(office)?.kind ?? "");
    return naiveDetectors(log.records as never, from, to, keepsHours).map(({ id, judged, found }) => {
      const { sentence, norms, basis } = detectors.find((each) => each.id === id) ?? {};
      const counts = { judged: judged.length, found: found.length };
      return { id, sentence, norms, basis, ...counts, findings: found.slice(0, size) };
    });
  },

  // No fact of the model's worlds was ever corrected.
  correctionNotices: (args) => page([], args, { changeId: "number", id: "text" }),
  outstandingCorrections: (args) => page([], args, { changeId: "number", id: "text" }),

  // Nothing was sent to the model's worlds by an office's system.
  recordConflicts: () => [],
  residenceConflicts: () => [],

  accessRecord: ({ id }, _rules, { log }) => log.records.find((row) => row.id === id),

  accessRecords(args, _rules, { log }) {
    const { personRef, coordinate, tested, from, to, ...same } = args.filter ?? {};
    const fitting = log.records.filter((entry) => {
      const subjects = entry.subjects.filter(
        (each: Item) =>
          (!isSet(personRef) || each.personRef === personRef) &&
          (!isSet(coordinate) || each.disclosures.some((told: Item) => told.coordinate === coordinate)),
      );
      return (
        Object.entries(same).every(([name, wanted]) => !isSet(wanted) || entry[name] === wanted) &&
        ((!isSet(personRef) && !isSet(coordinate)) || subjects.length > 0) &&
        (!isSet(tested) || entry.tested.includes(tested)) &&
        (!isSet(from) || entry.at >= new Date(from).toISOString()) &&
        (!isSet(to) || entry.at < new Date(to).toISOString())
      );
    });
    const found = page(fitting, args, { at: "instant", id: "text" }, undefined, "-");
    // Nobody's accesses are counted.
    return isSet(same.actor) ? { ...found, totalCount: null } : found;
  },
};

function sizeOf({ first }: Item): number {
  const size = first ?? 20;
  if (size < 1 || size > 200) throw new SubgraphError("INVALID_INPUT");
  return size;
}

/** Monday of a week that is over; the wall clock stands long after the accesses of the model. */
function weekBeginning(week: string): number {
  try {
    return Date.parse(weekOf(week, Date.now()).from);
  } catch {
    throw new SubgraphError("INVALID_INPUT");
  }
}

const coordinators = [...offices.values()].filter(({ kind }) => kind === "RRK").map(({ id }) => id);

function table(
  rowNames: readonly string[],
  columnNames: readonly string[],
  items: readonly Item[],
  placeOf: (item: Item) => readonly string[],
  counts = "items",
) {
  return publishedCells(
    rowNames.flatMap((row) =>
      columnNames.map((column) => {
        const here = items.filter((item) => placeOf(item)[0] === row && placeOf(item)[1] === column);
        const persons = new Set(here.map(({ personRef }) => personRef)).size;
        return { row, column, persons, count: counts === "persons" ? persons : here.length };
      }),
    ),
  );
}

function earliest(rows: readonly Item[]): string | null {
  return rows.map(({ dueOn }) => dueOn).sort()[0] ?? null;
}

function isBlocked(rules: Rules, personRef: string): boolean {
  return rules.personFacts(personRef).includes("LARGE_TRANSFER_BLOCK");
}

function isKept(rules: Rules, { deleteBy }: Item): boolean {
  return deleteBy === null || deleteBy >= rules.setting.date;
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}
