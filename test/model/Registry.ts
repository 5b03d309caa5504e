import { codeValue } from "../../schema/codeLists.ts";
import { offices } from "../../schema/offices.ts";
import { transferBlockCodes } from "../../subgraphs/immigration/transferBlockCodes.ts";
import { derivedFields } from "./derivedFields.ts";
import { isStale } from "./isStale.ts";
import type { ReadLog } from "./ReadLog.ts";
import type { Row, Tables } from "./Tables.ts";

// biome-ignore lint/suspicious/noExplicitAny: a row of any table, its columns in camel case
export type Item = any;
type Read = (item: Item) => Item;

/** What stands in the tables on a date, whoever asks: the values behind every field of the merged schema. */
export interface Registry {
  rows(table: string): readonly Item[];
  readonly log: ReadLog;
  /** Whether the case was drawn for an own estimate that nobody has given yet. */
  awaitsEstimate(caseRef: string): boolean;
  /** Value of `Type.field` of an item, lists whole and unfiltered. */
  value(typeName: string, fieldName: string, item: Item): Item;
}

/**
 * Fetch all. A field without an entry here is the column of its name. What is worked out (assessment, legal regime, usable
 * convictions, reduced facts) comes from the subgraphs' own pure functions; they have tests of their own.
 */
export function registry(tables: Tables, log: ReadLog, date: string): Registry {
  const rows = (table: string): readonly Item[] => inCamelCase(tables[table] ?? []);
  const listed =
    (key: "personRef" | "caseRef") =>
    (table: string, holds: (row: Item) => boolean, ...order: string[]): Read => {
      const list = sorted(rows(table).filter(holds), ...order);
      return (item) => list.filter((row) => row[key] === item[key]);
    };
  const about = listed("personRef");
  const ofCase = listed("caseRef");
  const open = (lastDay: string | null) => lastDay === null || lastDay >= date;
  const past = (table: string, holds: (row: Item) => boolean = () => true) =>
    about(
      `immigration.${table}`,
      (row) => row.eventDate <= date && open(row.deleteBy) && holds(row),
      "-eventDate",
      "-factId",
    );
  const recordsOf = (table: string, holds: (row: Item) => boolean, ...order: string[]) =>
    about(`criminal_records.${table}`, (row) => open(row.deleteBy) && holds(row), ...order);
  const inCase = (table: string, ...order: string[]) =>
    ofCase(`casework.${table}`, (row) => open(row.deleteBy), ...order, "factId");
  const code =
    (list: string, column = "code"): Read =>
    (item) =>
      codeValue(list, item[column]);
  const column =
    (name: string): Read =>
    (item) =>
      item[name];
  const office =
    (name: string): Read =>
    (item) =>
      officeById(item[name]);
  const person = past("person");
  const caseOf: Read = ({ caseRef }) => rows("casework.case").find((row) => row.caseRef === caseRef);
  const fields: Readonly<Record<string, Read>> = {
    "Person.competentAuthority": (item) => officeById(person(item)[0]?.competentAuthority ?? null),
    "Person.sex": (item) => codeValue("geschlecht", person(item)[0]?.sex ?? null),
    "Person.transferBlock": past("transfer_block", (row) => !transferBlockCodes.large.includes(row.code)),
    "TransferBlock.code": code("uebermittlungssperre"),
    "TransferBlock.since": column("eventDate"),
    "Person.residenceStatus": past("residence_status", (row) => open(row.validUntil)),
    "ResidenceStatus.code": code("aufenthaltsstatus"),
    "ResidenceStatus.since": column("eventDate"),
    "Person.obligationToLeave": past("obligation_to_leave"),
    "ObligationToLeave.since": (item) => (item.exists ? item.eventDate : null),
    "Person.expulsion": past("expulsion"),
    "Expulsion.exists": () => true,
    "Expulsion.code": code("ausweisung"),
    "Person.removalThreat": past("removal_threat"),
    "RemovalThreat.exists": () => true,
    "RemovalThreat.code": code("abschiebung"),
    "Person.plannedRemoval": past("planned_removal", (row) => row.removalDate >= date),
    "PlannedRemoval.date": column("removalDate"),
    "Person.entryBan": past("entry_ban", (row) => open(row.until)),
    "EntryBan.code": code("einreiseaufenthaltsverbot"),
    "Person.toleration": past(
      "toleration",
      (row) => open(row.validUntil) && (row.endedOn === null || row.endedOn > date),
    ),
    "Toleration.reason": code("duldung", "reasonCode"),
    "Person.asylumProcedure": past("asylum_procedure"),
    "AsylumProcedure.status": code("asylstatus", "statusCode"),
    "AsylumProcedure.kind": column("procedureKind"),
    "Person.removalBars": past("removal_bar"),
    "RemovalBar.code": code("abschiebungsverbot"),
    "RemovalBar.decidedBy": office("decidedBy"),
    "Person.interestsToStay": past("interest_to_stay"),
    "Person.identityClarification": past("identity_clarification"),
    "IdentityClarification.status": code("peb-verfahrensstatus", "statusCode"),
    "Person.travelDocument": past("travel_document"),
    "TravelDocument.kind": column("documentKind"),
    "Person.medicalObstacle": past("medical_obstacle", (row) => row.exists),
    "Person.evasionFacts": past("evasion_fact"),
    "EvasionFact.date": column("eventDate"),
    "Conviction.fileRef": column("courtFileRef"),
    "Person.investigations": recordsOf(
      "investigation",
      (row) => ["OPEN", "CHARGED"].includes(row.state) && row.since <= date,
      "since",
      "factId",
    ),
    "Investigation.office": office("sourceOffice"),
    "Investigation.fileRef": column("sourceFileRef"),
    "Person.custody": recordsOf("custody", (row) => row.begunOn <= date && open(row.endedOn), "-begunOn", "-factId"),
    "Custody.kind": code("peb-haftart", "custodyKind"),
    "Custody.from": column("begunOn"),
    "Custody.prison": office("sourceOffice"),
    "Person.wantedNotices": recordsOf(
      "wanted_notice",
      (row) => row.since <= date && open(row.until),
      "since",
      "factId",
    ),
    "WantedNotice.purpose": code("ausschreibung", "purpose"),
    "Person.repeatOffenderListings": recordsOf(
      "repeat_offender_listing",
      (row) => row.listedOn <= date && (row.endedOn === null || row.endedOn > date),
      "-listedOn",
      "-factId",
    ),
    "RepeatOffenderListing.authority": office("sourceOffice"),
    "Person.policeFindings": recordsOf("police_finding", (row) => row.eventDate <= date, "-eventDate", "-factId"),
    "PoliceFinding.kind": column("findingKind"),
    "PoliceFinding.date": column("eventDate"),
    "Person.socialConductReports": about(
      "casework.social_conduct_report",
      (row) => open(row.deleteBy),
      "eventDate",
      "factId",
    ),
    "SocialConductReport.date": column("eventDate"),
    "Person.subjectRequests": about("casework.subject_request", (row) => open(row.deleteBy), "eventDate", "factId"),
    "SubjectRequest.kind": column("requestKind"),
    "SubjectRequest.receivedOn": column("eventDate"),
    "SubjectRequest.forwardedTo": office("forwardedTo"),
    "Person.cases": about("casework.case", (row) => open(row.deleteBy), "caseRef"),
    "Case.rrk": (item) => officeById(caseOf(item)?.rrk ?? null),
    "Case.proposedBy": (item) => officeById(caseOf(item)?.proposedBy ?? null),
    "Case.history": inCase("case_event", "number"),
    "CaseEvent.at": column("recordedAt"),
    "CaseEvent.on": column("eventDate"),
    "CaseEvent.office": office("sourceOffice"),
    "Case.admissionDecisions": inCase("admission_decision", "position"),
    "AdmissionDecision.decidedOn": column("eventDate"),
    "Case.conferences": inCase("case_conference", "position"),
    "CaseConference.on": column("eventDate"),
    "CaseConference.participants": (item) => item.participants.map(officeById),
    "Case.measures": inCase("measure", "position"),
    "Case.consents": inCase("prosecutor_consent", "position"),
    "Case.deadlines": inCase("deadline", "dueOn"),
    "Case.recordedAssessments": ofCase(
      "scoring.recorded_assessment",
      (row) => row.eventDate <= date,
      "-eventDate",
      "-recordedAt",
      "-factId",
    ),
    "RecordedAssessment.recordedOn": column("eventDate"),
    "RecordedAssessment.stale": (item) => isStale(rows, item, date),
    "Provenance.kind": column("provenanceKind"),
    "PolicyRight.office": column("office"),
    "PolicyChange.office": column("office"),
    "SimulatedChange.office": column("office"),
    ...derivedFields({ rows, past, about, date }),
  };
  const ownOffice = /^(office|sourceOffice|evidenceHolder)$/;
  return {
    log,
    rows,
    awaitsEstimate(caseRef) {
      const isOf = (row: Item) => row.caseRef === caseRef;
      // Nobody who asks in the model has given one, but by the mutation that the answer is of (`requesterOf`).
      const isGiven = (row: Item) => row.part === "ESTIMATED" && String(row.person).startsWith("model-");
      return (
        rows("directory.estimate_draw").some(isOf) &&
        !rows("directory.case_part").some((row) => isOf(row) && isGiven(row))
      );
    },
    value(typeName, fieldName, item) {
      const read = fields[`${typeName}.${fieldName}`];
      if (read !== undefined) return read(item);
      const holder =
        typeName === "Person" && fieldName !== "personRef"
          ? person(item)[0]
          : typeName === "Case"
            ? (caseOf(item) ?? item)
            : item;
      if (fieldName === "provenance") return holder ?? null;
      const value = holder?.[fieldName] ?? (fieldName === "id" ? holder?.factId : null) ?? null;
      if (typeof value === "function") return value();
      return ownOffice.test(fieldName) && typeof value === "string" ? officeById(value) : value;
    },
  };
}

function officeById(id: string | null): Item {
  return id === null ? null : { id, name: offices.get(id)?.name ?? id };
}

/** By these members in turn; `-` before a name: the greatest first. */
export function sorted(list: readonly Item[], ...members: readonly string[]): Item[] {
  return list.toSorted((left, right) => {
    for (const member of members) {
      const name = member.replace("-", "");
      if (left[name] !== right[name]) return left[name] < right[name] !== member.startsWith("-") ? -1 : 1;
    }
    return 0;
  });
}

const kept = new WeakMap<readonly Row[], readonly Item[]>();

function inCamelCase(rows: readonly Row[]): readonly Item[] {
  const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found =
    kept.get(rows) ??
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])));
  kept.set(rows, found);
  return found;
}
