/** What a table's rows and columns tell, and to whom: the whole of what a pair of worlds may differ in. */
export interface WithheldTable {
  /** Record by whose facts the rows are judged. */
  readonly of: "person" | "case";
  /** Type of its records, where they are judged one by one. */
  readonly type?: string;
  /** Categories that the presence of a row, and every column without an entry of its own, tells of. */
  readonly shows: readonly string[];
  /** Columns that tell of other categories; none: of nothing that is ever shown. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** Category under which the rows are combined into an assessment: where that is granted, they stay as they are (exception E1). */
  readonly combines?: string;
  /** Categories of tables and sets that count the rows, and the columns they count by: those stay as they are (exception E2). */
  readonly counted?: Readonly<Record<string, readonly string[]>>;
}

/** Columns of provenance, where they tell of other categories than the row. */
function provenance(category: string): Readonly<Record<string, readonly string[]>> {
  const columns = ["source_office", "source_file_ref", "recorded_at", "last_changed_at", "restricted", "legal_basis"];
  return Object.fromEntries(columns.map((column) => [column, [category]]));
}

/**
 * All tables that hold data of persons and cases. A table that is missing here is never changed, which a test finds; keys and
 * references between rows (`structure` in `twin.ts`) are moved with their rows alone.
 */
export const withholding: Readonly<Record<string, WithheldTable>> = {
  "immigration.person": {
    of: "person",
    shows: ["PERSON_REFERENCE"],
    columns: {
      ...provenance("IDENTITY"),
      family_name: ["IDENTITY"],
      family_name_key: ["IDENTITY"],
      birth_name: ["IDENTITY"],
      given_names: ["IDENTITY"],
      date_of_birth: ["IDENTITY", "LEGAL_REGIME"],
      date_of_birth_part: ["IDENTITY", "LEGAL_REGIME"],
      place_of_birth: ["ORIGIN"],
      citizenships: ["ORIGIN"],
      sex: ["SEX"],
      religion: ["RELIGION"],
      azr_number: ["AZR_NUMBER"],
      competent_authority: ["COMPETENT_AUTHORITY"],
      file_ref: ["COMPETENT_AUTHORITY"],
      regime_by_citizenship: ["LEGAL_REGIME"],
    },
    combines: "RESIDENCE_FACTS",
    counted: {
      STATISTICS: ["competent_authority"],
      VALIDITY_REPORT: ["sex", "citizenships", "date_of_birth"],
    },
  },
  "immigration.linkage_form": { of: "person", shows: ["IDENTITY"] },
  "immigration.clearing_candidate": { of: "person", shows: ["CLEARING"] },
  "immigration.linkage_act": { of: "person", shows: ["CLEARING"] },
  "immigration.transfer_block": { of: "person", shows: ["TRANSFER_BLOCK"] },
  "immigration.residence_status": { of: "person", shows: ["RESIDENCE_STATUS"] },
  "immigration.obligation_to_leave": {
    of: "person",
    shows: ["OBLIGATION_TO_LEAVE"],
    combines: "RESIDENCE_FACTS",
    counted: { STATISTICS: ["exists", "event_date"] },
  },
  "immigration.expulsion": {
    of: "person",
    shows: ["EXPULSION_EXISTENCE", "EXPULSION", "LEGAL_REGIME"],
    columns: {
      ...provenance("EXPULSION"),
      code: ["EXPULSION", "LEGAL_REGIME"],
      served_on: ["EXPULSION"],
      final_on: ["EXPULSION"],
      tier: ["EXPULSION"],
    },
    combines: "RESIDENCE_FACTS",
  },
  "immigration.removal_threat": {
    of: "person",
    shows: ["REMOVAL_THREAT_EXISTENCE", "REMOVAL_THREAT"],
    columns: {
      ...provenance("REMOVAL_THREAT"),
      code: ["REMOVAL_THREAT"],
      deadline: ["REMOVAL_THREAT"],
      enforceable: ["REMOVAL_THREAT"],
    },
    combines: "RESIDENCE_FACTS",
  },
  "immigration.planned_removal": { of: "person", shows: ["REMOVAL_DATE"] },
  "immigration.entry_ban": { of: "person", shows: ["ENTRY_BAN"] },
  "immigration.toleration": {
    of: "person",
    shows: ["TOLERATION"],
    columns: { reason_code: ["TOLERATION_REASON"] },
    combines: "RESIDENCE_FACTS",
    counted: { STATISTICS: ["valid_until", "ended_on", "event_date"] },
  },
  "immigration.asylum_procedure": { of: "person", shows: ["ASYLUM_PROCEDURE"], combines: "RESIDENCE_FACTS" },
  "immigration.removal_bar": { of: "person", shows: ["REMOVAL_BAR"], combines: "RESIDENCE_FACTS" },
  "immigration.interest_to_stay": { of: "person", shows: ["INTEREST_TO_STAY"], combines: "RESIDENCE_FACTS" },
  "immigration.identity_clarification": {
    of: "person",
    shows: ["IDENTITY_CLARIFICATION"],
    combines: "RESIDENCE_FACTS",
  },
  "immigration.travel_document": { of: "person", shows: ["TRAVEL_DOCUMENT"], combines: "RESIDENCE_FACTS" },
  "immigration.medical_obstacle": { of: "person", shows: ["MEDICAL_OBSTACLE"] },
  "immigration.evasion_fact": { of: "person", shows: ["EVASION"], combines: "RESIDENCE_FACTS" },
  "criminal_records.conviction": {
    of: "person",
    shows: ["CONVICTION", "CONVICTION_ERASURE", "CONVICTION_SECTION_60_8"],
    columns: {
      court: ["CONVICTION"],
      court_file_ref: ["CONVICTION"],
      day_fines: ["CONVICTION"],
    },
    combines: "CONDUCT_FACTS",
  },
  "criminal_records.offence": {
    of: "person",
    shows: ["CONVICTION", "CONVICTION_ERASURE", "CONVICTION_SECTION_60_8"],
    columns: { designation: ["CONVICTION"], committed_on: ["CONVICTION"], weapon: ["CONVICTION"] },
    combines: "CONDUCT_FACTS",
  },
  "criminal_records.investigation": {
    of: "person",
    type: "Investigation",
    shows: ["INVESTIGATION"],
    columns: { provisions: ["INVESTIGATION_DETAIL"], source_file_ref: ["INVESTIGATION_DETAIL"] },
    combines: "CONDUCT_FACTS",
    counted: { STATISTICS: ["state", "since", "source_office", "delete_by"] },
  },
  "criminal_records.custody": {
    of: "person",
    type: "Custody",
    shows: ["CUSTODY"],
    columns: { waiver_456a: ["WAIVER_456A"] },
    combines: "CONDUCT_FACTS",
  },
  "criminal_records.wanted_notice": { of: "person", type: "WantedNotice", shows: ["WANTED_NOTICE"] },
  "criminal_records.repeat_offender_listing": {
    of: "person",
    type: "RepeatOffenderListing",
    shows: ["REPEAT_OFFENDER_LISTING"],
    combines: "CONDUCT_FACTS",
  },
  "criminal_records.police_finding": { of: "person", type: "PoliceFinding", shows: ["POLICE_FINDING"] },
  "casework.social_conduct_report": { of: "person", shows: ["SOCIAL_CONDUCT"], combines: "CASEWORK_FACTS" },
  "casework.case": {
    of: "case",
    shows: ["CASE"],
    columns: {
      ...provenance("CASE_PROPOSAL"),
      event_date: ["CASE_PROPOSAL"],
      lead: ["CASE_STAFF"],
      proposed_by: ["CASE_PROPOSAL"],
      proposal_reason: ["CASE_FREE_TEXT"],
      ground: ["CASE_PROPOSAL"],
      closing_outcome: ["CASE_HISTORY"],
    },
    counted: { STATISTICS: ["state", "rrk"] },
  },
  "casework.case_event": {
    of: "case",
    shows: ["CASE_HISTORY"],
    columns: { by: ["CASE_STAFF"], reason: ["CASE_FREE_TEXT"] },
  },
  "casework.admission_decision": {
    of: "case",
    shows: ["ADMISSION_DECISION"],
    columns: {
      reason: ["CASE_FREE_TEXT"],
      decided_by: ["CASE_STAFF"],
      seen_assessment: ["ASSESSMENT_BAND"],
      confirmed_by: ["CASE_STAFF"],
      confirmation_reason: ["CASE_FREE_TEXT"],
    },
    counted: {
      STATISTICS: ["outcome", "follows_band", "event_date", "delete_by", "confirmation"],
      VALIDITY_REPORT: [
        "outcome",
        "follows_band",
        "event_date",
        "delete_by",
        "confirmation",
        "reason",
        "seen_assessment",
      ],
    },
  },
  "casework.case_conference": {
    of: "case",
    shows: ["CASE_CONFERENCE"],
    columns: { agenda: ["CASE_FREE_TEXT"], resolution: ["CASE_FREE_TEXT"], minutes: ["CASE_FREE_TEXT"] },
  },
  "casework.measure": { of: "case", type: "Measure", shows: ["MEASURE"] },
  "casework.prosecutor_consent": {
    of: "case",
    type: "ProsecutorConsent",
    shows: ["PROSECUTOR_CONSENT", "PROSECUTOR_CONSENT_REQUEST", "PROSECUTOR_CONSENT_ANSWER"],
    combines: "CASEWORK_FACTS",
  },
  "casework.deadline": { of: "case", shows: ["DEADLINE"] },
  // A row is told whole or not at all: where any of it may be told, it stays.
  "directory.news": {
    of: "person",
    shows: [
      "NOTICE_KIND",
      "NOTICE_CASE",
      "NOTICE_TIME",
      "NOTICE_EXPULSION",
      "NOTICE_REMOVAL_THREAT",
      "NOTICE_CONSENT",
      "NOTICE_CUSTODY",
      "NOTICE_CASE_COURSE",
      "NOTICE_MEASURE",
    ],
  },
  "scoring.recorded_assessment": {
    of: "case",
    shows: ["ASSESSMENT_BAND", "ASSESSMENT_TRACE", "ASSESSMENT_DISCLOSURE", "ASSESSMENT_POINTS", "BLIND_RATING"],
    columns: {
      ...provenance("ASSESSMENT_BAND"),
      recorded_at: ["ASSESSMENT_BAND", "ASSESSMENT_DISCLOSURE"],
      recorded_by: ["ASSESSMENT_TRACE"],
      expires_on: ["ASSESSMENT_BAND"],
      rests_on: ["ASSESSMENT_BAND"],
      band: ["ASSESSMENT_BAND"],
      assessment: ["ASSESSMENT_BAND", "ASSESSMENT_TRACE"],
      inputs: ["ASSESSMENT_TRACE", "ASSESSMENT_DISCLOSURE", "ASSESSMENT_POINTS"],
    },
    counted: {
      STATISTICS: ["band", "event_date", "recorded_at"],
      EVALUATION_RECORD: ["assessment", "band", "event_date", "catalogue_version"],
      VALIDITY_REPORT: ["assessment", "inputs", "band", "event_date", "recorded_at", "catalogue_version"],
    },
  },
  "scoring.blind_rating": {
    of: "case",
    shows: ["BLIND_RATING"],
    counted: { EVALUATION_RECORD: ["band", "event_date"], VALIDITY_REPORT: ["band", "event_date"] },
  },
  "scoring.own_estimate": {
    of: "case",
    shows: ["OWN_ESTIMATE"],
    counted: { VALIDITY_REPORT: ["band", "event_date"] },
  },
};
