CREATE SCHEMA "immigration";
--> statement-breakpoint
CREATE TABLE "immigration"."asylum_procedure" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"status_code" text NOT NULL,
	"procedure_kind" text NOT NULL,
	"remedy_pending" boolean NOT NULL,
	CONSTRAINT "asylum_procedure_provenance_kind" CHECK ("immigration"."asylum_procedure"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "asylum_procedure_subject_category" CHECK ("immigration"."asylum_procedure"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "asylum_procedure_event_date_plausible" CHECK ("immigration"."asylum_procedure"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "asylum_procedure_delete_by_plausible" CHECK ("immigration"."asylum_procedure"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "asylum_procedure_event_date" CHECK ("immigration"."asylum_procedure"."event_date" <= ("immigration"."asylum_procedure"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "asylum_procedure_status_code" CHECK ("immigration"."asylum_procedure"."status_code" IN ('01', '04', '06', '07', '08', '09', '10', '11', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46', '47', '99')),
	CONSTRAINT "asylum_procedure_kind" CHECK ("immigration"."asylum_procedure"."procedure_kind" IN ('FIRST', 'SUBSEQUENT', 'SECOND'))
);
--> statement-breakpoint
CREATE TABLE "immigration"."entry_ban" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"until" date,
	CONSTRAINT "entry_ban_provenance_kind" CHECK ("immigration"."entry_ban"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "entry_ban_subject_category" CHECK ("immigration"."entry_ban"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "entry_ban_event_date_plausible" CHECK ("immigration"."entry_ban"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "entry_ban_delete_by_plausible" CHECK ("immigration"."entry_ban"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "entry_ban_until_plausible" CHECK ("immigration"."entry_ban"."until" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "entry_ban_event_date" CHECK ("immigration"."entry_ban"."event_date" <= ("immigration"."entry_ban"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "entry_ban_code" CHECK ("immigration"."entry_ban"."code" IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12')),
	CONSTRAINT "entry_ban_period" CHECK ("immigration"."entry_ban"."until" >= "immigration"."entry_ban"."event_date")
);
--> statement-breakpoint
CREATE TABLE "immigration"."evasion_fact" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "evasion_fact_provenance_kind" CHECK ("immigration"."evasion_fact"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "evasion_fact_subject_category" CHECK ("immigration"."evasion_fact"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "evasion_fact_event_date_plausible" CHECK ("immigration"."evasion_fact"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "evasion_fact_delete_by_plausible" CHECK ("immigration"."evasion_fact"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "evasion_fact_event_date" CHECK ("immigration"."evasion_fact"."event_date" <= ("immigration"."evasion_fact"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "evasion_number" CHECK ("immigration"."evasion_fact"."number" BETWEEN 1 AND 7)
);
--> statement-breakpoint
CREATE TABLE "immigration"."expulsion" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"served_on" date,
	"final_on" date,
	"tier" integer,
	CONSTRAINT "expulsion_provenance_kind" CHECK ("immigration"."expulsion"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "expulsion_subject_category" CHECK ("immigration"."expulsion"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "expulsion_event_date_plausible" CHECK ("immigration"."expulsion"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "expulsion_delete_by_plausible" CHECK ("immigration"."expulsion"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "expulsion_served_on_plausible" CHECK ("immigration"."expulsion"."served_on" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "expulsion_final_on_plausible" CHECK ("immigration"."expulsion"."final_on" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "expulsion_event_date" CHECK ("immigration"."expulsion"."event_date" <= ("immigration"."expulsion"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "expulsion_code" CHECK ("immigration"."expulsion"."code" IN ('02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '40')),
	CONSTRAINT "expulsion_served_on" CHECK ("immigration"."expulsion"."served_on" <= ("immigration"."expulsion"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "expulsion_final_on" CHECK ("immigration"."expulsion"."final_on" <= ("immigration"."expulsion"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "expulsion_order" CHECK ("immigration"."expulsion"."final_on" >= "immigration"."expulsion"."served_on"),
	CONSTRAINT "expulsion_tier" CHECK ("immigration"."expulsion"."tier" IN (1, 2))
);
--> statement-breakpoint
CREATE TABLE "immigration"."identity_clarification" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"status_code" text NOT NULL,
	"cooperation" boolean,
	"warning_given_on" date,
	CONSTRAINT "identity_clarification_provenance_kind" CHECK ("immigration"."identity_clarification"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "identity_clarification_subject_category" CHECK ("immigration"."identity_clarification"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "identity_clarification_event_date_plausible" CHECK ("immigration"."identity_clarification"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "identity_clarification_delete_by_plausible" CHECK ("immigration"."identity_clarification"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "identity_clarification_warning_given_on_plausible" CHECK ("immigration"."identity_clarification"."warning_given_on" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "identity_clarification_event_date" CHECK ("immigration"."identity_clarification"."event_date" <= ("immigration"."identity_clarification"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "identity_clarification_status_code" CHECK ("immigration"."identity_clarification"."status_code" IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14')),
	CONSTRAINT "identity_clarification_warning_given_on" CHECK ("immigration"."identity_clarification"."warning_given_on" <= ("immigration"."identity_clarification"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date)
);
--> statement-breakpoint
CREATE TABLE "immigration"."interest_to_stay" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"tier" integer NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "interest_to_stay_provenance_kind" CHECK ("immigration"."interest_to_stay"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "interest_to_stay_subject_category" CHECK ("immigration"."interest_to_stay"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "interest_to_stay_event_date_plausible" CHECK ("immigration"."interest_to_stay"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "interest_to_stay_delete_by_plausible" CHECK ("immigration"."interest_to_stay"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "interest_to_stay_event_date" CHECK ("immigration"."interest_to_stay"."event_date" <= ("immigration"."interest_to_stay"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "interest_to_stay_state" CHECK ("immigration"."interest_to_stay"."state" IN ('CLAIMED', 'SHOWN')),
	CONSTRAINT "interest_to_stay_tier" CHECK ("immigration"."interest_to_stay"."tier" IN (1, 2))
);
--> statement-breakpoint
CREATE TABLE "immigration"."medical_obstacle" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"exists" boolean NOT NULL,
	CONSTRAINT "medical_obstacle_provenance_kind" CHECK ("immigration"."medical_obstacle"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "medical_obstacle_subject_category" CHECK ("immigration"."medical_obstacle"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "medical_obstacle_event_date_plausible" CHECK ("immigration"."medical_obstacle"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "medical_obstacle_delete_by_plausible" CHECK ("immigration"."medical_obstacle"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "medical_obstacle_event_date" CHECK ("immigration"."medical_obstacle"."event_date" <= ("immigration"."medical_obstacle"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date)
);
--> statement-breakpoint
CREATE TABLE "immigration"."obligation_to_leave" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"exists" boolean NOT NULL,
	"enforceable" boolean NOT NULL,
	"finality" text,
	CONSTRAINT "obligation_to_leave_provenance_kind" CHECK ("immigration"."obligation_to_leave"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "obligation_to_leave_subject_category" CHECK ("immigration"."obligation_to_leave"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "obligation_to_leave_event_date_plausible" CHECK ("immigration"."obligation_to_leave"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "obligation_to_leave_delete_by_plausible" CHECK ("immigration"."obligation_to_leave"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "obligation_to_leave_event_date" CHECK ("immigration"."obligation_to_leave"."event_date" <= ("immigration"."obligation_to_leave"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "obligation_to_leave_finality" CHECK ("immigration"."obligation_to_leave"."finality" IN ('NOT_FINAL', 'FINAL')),
	CONSTRAINT "obligation_to_leave_enforceable" CHECK ("immigration"."obligation_to_leave"."exists" OR NOT "immigration"."obligation_to_leave"."enforceable")
);
--> statement-breakpoint
CREATE TABLE "immigration"."person" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"family_name" text,
	"family_name_key" text NOT NULL,
	"birth_name" text,
	"given_names" text,
	"date_of_birth" date,
	"date_of_birth_part" text,
	"place_of_birth" text,
	"citizenships" text[] NOT NULL,
	"sex" text,
	"religion" text,
	"azr_number" text,
	"competent_authority" text NOT NULL,
	"file_ref" text,
	"regime_by_citizenship" text NOT NULL,
	CONSTRAINT "person_provenance_kind" CHECK ("immigration"."person"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "person_subject_category" CHECK ("immigration"."person"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "person_event_date_plausible" CHECK ("immigration"."person"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "person_delete_by_plausible" CHECK ("immigration"."person"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "person_date_of_birth_plausible" CHECK ("immigration"."person"."date_of_birth" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "person_event_date" CHECK ("immigration"."person"."event_date" <= ("immigration"."person"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "person_sex" CHECK ("immigration"."person"."sex" IN ('m', 'w', 'x', 'd')),
	CONSTRAINT "person_regime_by_citizenship" CHECK ("immigration"."person"."regime_by_citizenship" IN ('THIRD_COUNTRY', 'UNION_CITIZEN', 'GERMAN')),
	CONSTRAINT "person_date_of_birth" CHECK ("immigration"."person"."date_of_birth" <= ("immigration"."person"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "person_birth_once" CHECK ("immigration"."person"."date_of_birth" IS NULL OR "immigration"."person"."date_of_birth_part" IS NULL)
);
--> statement-breakpoint
CREATE TABLE "immigration"."planned_removal" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"removal_date" date NOT NULL,
	CONSTRAINT "planned_removal_provenance_kind" CHECK ("immigration"."planned_removal"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "planned_removal_subject_category" CHECK ("immigration"."planned_removal"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "planned_removal_event_date_plausible" CHECK ("immigration"."planned_removal"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "planned_removal_delete_by_plausible" CHECK ("immigration"."planned_removal"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "planned_removal_removal_date_plausible" CHECK ("immigration"."planned_removal"."removal_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "planned_removal_event_date" CHECK ("immigration"."planned_removal"."event_date" <= ("immigration"."planned_removal"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "planned_removal_order" CHECK ("immigration"."planned_removal"."removal_date" >= "immigration"."planned_removal"."event_date")
);
--> statement-breakpoint
CREATE TABLE "immigration"."removal_bar" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"paragraph" text NOT NULL,
	"decided_by" text NOT NULL,
	CONSTRAINT "removal_bar_provenance_kind" CHECK ("immigration"."removal_bar"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "removal_bar_subject_category" CHECK ("immigration"."removal_bar"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "removal_bar_event_date_plausible" CHECK ("immigration"."removal_bar"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "removal_bar_delete_by_plausible" CHECK ("immigration"."removal_bar"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "removal_bar_event_date" CHECK ("immigration"."removal_bar"."event_date" <= ("immigration"."removal_bar"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "removal_bar_code" CHECK ("immigration"."removal_bar"."code" IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10'))
);
--> statement-breakpoint
CREATE TABLE "immigration"."removal_threat" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"deadline" date,
	"enforceable" boolean NOT NULL,
	CONSTRAINT "removal_threat_provenance_kind" CHECK ("immigration"."removal_threat"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "removal_threat_subject_category" CHECK ("immigration"."removal_threat"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "removal_threat_event_date_plausible" CHECK ("immigration"."removal_threat"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "removal_threat_delete_by_plausible" CHECK ("immigration"."removal_threat"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "removal_threat_deadline_plausible" CHECK ("immigration"."removal_threat"."deadline" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "removal_threat_event_date" CHECK ("immigration"."removal_threat"."event_date" <= ("immigration"."removal_threat"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "removal_threat_code" CHECK ("immigration"."removal_threat"."code" IN ('01', '03', '04', '05', '06', '07', '08', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30')),
	CONSTRAINT "removal_threat_deadline" CHECK ("immigration"."removal_threat"."deadline" >= "immigration"."removal_threat"."event_date")
);
--> statement-breakpoint
CREATE TABLE "immigration"."residence_status" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"valid_until" date,
	CONSTRAINT "residence_status_provenance_kind" CHECK ("immigration"."residence_status"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "residence_status_subject_category" CHECK ("immigration"."residence_status"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "residence_status_event_date_plausible" CHECK ("immigration"."residence_status"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "residence_status_delete_by_plausible" CHECK ("immigration"."residence_status"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "residence_status_valid_until_plausible" CHECK ("immigration"."residence_status"."valid_until" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "residence_status_event_date" CHECK ("immigration"."residence_status"."event_date" <= ("immigration"."residence_status"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "residence_status_code" CHECK ("immigration"."residence_status"."code" IN ('01', '02', '03', '04', '05', '06', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56', '57', '58')),
	CONSTRAINT "residence_status_period" CHECK ("immigration"."residence_status"."valid_until" >= "immigration"."residence_status"."event_date")
);
--> statement-breakpoint
CREATE TABLE "immigration"."supplied_conflict" (
	"id" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"fact_kind" text NOT NULL,
	"reference" text NOT NULL,
	"fact_id" text,
	"message_id" text NOT NULL,
	"ticket" text NOT NULL,
	"reason" text NOT NULL,
	"field" text,
	"changed_at" timestamp with time zone NOT NULL,
	"content_hash" text,
	"content" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "supplied_conflict_once" UNIQUE("office","fact_kind","reference","message_id","content_hash"),
	CONSTRAINT "supplied_conflict_decided" CHECK (("immigration"."supplied_conflict"."state" = 'OPEN') = ("immigration"."supplied_conflict"."decided_at" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "immigration"."supplied_fact" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"fact_kind" text NOT NULL,
	"reference" text NOT NULL,
	"ticket" text NOT NULL,
	"ticket_version" integer,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"content_hash" text,
	"state" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "supplied_fact_by_reference" UNIQUE("office","fact_kind","reference"),
	CONSTRAINT "supplied_fact_erased" CHECK ("immigration"."supplied_fact"."state" = 'HELD' OR "immigration"."supplied_fact"."content_hash" IS NULL)
);
--> statement-breakpoint
CREATE TABLE "immigration"."supplied_message" (
	"office" text NOT NULL,
	"message_id" text NOT NULL,
	"part" integer NOT NULL,
	"parts" integer NOT NULL,
	"content_hash" text,
	"fact_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "supplied_message_office_message_id_part_pk" PRIMARY KEY("office","message_id","part")
);
--> statement-breakpoint
CREATE TABLE "immigration"."supplied_version" (
	"fact_id" text NOT NULL,
	"version" integer NOT NULL,
	"message_id" text NOT NULL,
	"profile" text NOT NULL,
	"profile_version" text NOT NULL,
	"supplied_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"content" jsonb,
	CONSTRAINT "supplied_version_fact_id_version_pk" PRIMARY KEY("fact_id","version")
);
--> statement-breakpoint
CREATE TABLE "immigration"."toleration" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"reason_code" text NOT NULL,
	"valid_until" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "toleration_provenance_kind" CHECK ("immigration"."toleration"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "toleration_subject_category" CHECK ("immigration"."toleration"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "toleration_event_date_plausible" CHECK ("immigration"."toleration"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "toleration_delete_by_plausible" CHECK ("immigration"."toleration"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "toleration_valid_until_plausible" CHECK ("immigration"."toleration"."valid_until" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "toleration_ended_on_plausible" CHECK ("immigration"."toleration"."ended_on" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "toleration_event_date" CHECK ("immigration"."toleration"."event_date" <= ("immigration"."toleration"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "toleration_reason_code" CHECK ("immigration"."toleration"."reason_code" IN ('01', '02', '03', '04', '05', '06', '07', '08', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56', '57', '58', '59', '60', '61', '62', '63', '64', '65', '66', '67', '68', '69', '70', '71', '72', '73', '74', '75', '76', '77', '78', '79', '80', '81', '82', '83', '84', '85', '86', '87', '88', '89')),
	CONSTRAINT "toleration_period" CHECK ("immigration"."toleration"."valid_until" >= "immigration"."toleration"."event_date"),
	CONSTRAINT "toleration_end" CHECK ("immigration"."toleration"."ended_on" >= "immigration"."toleration"."event_date")
);
--> statement-breakpoint
CREATE TABLE "immigration"."transfer_block" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "transfer_block_provenance_kind" CHECK ("immigration"."transfer_block"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "transfer_block_subject_category" CHECK ("immigration"."transfer_block"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "transfer_block_event_date_plausible" CHECK ("immigration"."transfer_block"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "transfer_block_delete_by_plausible" CHECK ("immigration"."transfer_block"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "transfer_block_event_date" CHECK ("immigration"."transfer_block"."event_date" <= ("immigration"."transfer_block"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "transfer_block_code" CHECK ("immigration"."transfer_block"."code" IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '97', '98', '99'))
);
--> statement-breakpoint
CREATE TABLE "immigration"."travel_document" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_ref" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source_office" text NOT NULL,
	"source_file_ref" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"last_changed_at" timestamp with time zone NOT NULL,
	"delete_by" date,
	"label" text,
	"provenance_kind" text NOT NULL,
	"evidence_holder" text,
	"subject_category" text NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"legal_basis" text NOT NULL,
	"tag" text DEFAULT '' NOT NULL,
	"document_kind" text NOT NULL,
	"present" boolean NOT NULL,
	"valid_until" date,
	CONSTRAINT "travel_document_provenance_kind" CHECK ("immigration"."travel_document"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "travel_document_subject_category" CHECK ("immigration"."travel_document"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "travel_document_event_date_plausible" CHECK ("immigration"."travel_document"."event_date" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "travel_document_delete_by_plausible" CHECK ("immigration"."travel_document"."delete_by" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "travel_document_valid_until_plausible" CHECK ("immigration"."travel_document"."valid_until" BETWEEN '1900-01-01' AND '2199-12-31'),
	CONSTRAINT "travel_document_event_date" CHECK ("immigration"."travel_document"."event_date" <= ("immigration"."travel_document"."last_changed_at" AT TIME ZONE 'Europe/Berlin')::date),
	CONSTRAINT "travel_document_kind" CHECK ("immigration"."travel_document"."document_kind" IN ('PASSPORT', 'SUBSTITUTE'))
);
--> statement-breakpoint
CREATE TABLE "immigration"."announced_person" (
	"ticket" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"reference" text NOT NULL,
	"file_ref" text NOT NULL,
	"family_name" text,
	"given_names" text,
	"birth_name" text,
	"former_names" text[] NOT NULL,
	"date_of_birth" text,
	"place_of_birth" text,
	"citizenships" text[] NOT NULL,
	"competent_authority" text,
	"announced_by" text NOT NULL,
	"announced_on" date NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"operation_id" text NOT NULL,
	"clearing_office" text,
	CONSTRAINT "announced_person_named" CHECK ("immigration"."announced_person"."family_name" IS NOT NULL OR "immigration"."announced_person"."given_names" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "immigration"."clearing_candidate" (
	"ticket" text NOT NULL,
	"person_ref" text NOT NULL,
	"bits" double precision NOT NULL,
	"comparison" jsonb NOT NULL,
	CONSTRAINT "clearing_candidate_ticket_person_ref_pk" PRIMARY KEY("ticket","person_ref")
);
--> statement-breakpoint
CREATE TABLE "immigration"."linkage_act" (
	"id" text PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"ticket" text NOT NULL,
	"person_ref" text,
	"duplicate_ref" text,
	"undoes" text,
	"by" text,
	"office" text NOT NULL,
	"reason" text,
	"acted_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"operation_id" text NOT NULL,
	CONSTRAINT "linkage_act_reasoned" CHECK (("immigration"."linkage_act"."by" IS NULL) = ("immigration"."linkage_act"."reason" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "immigration"."linkage_form" (
	"person_ref" text PRIMARY KEY NOT NULL,
	"former_names" text[] NOT NULL,
	"keys" text[] NOT NULL,
	"terms" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "immigration"."linkage_term" (
	"term" text PRIMARY KEY NOT NULL,
	"persons" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "immigration"."merged_row" (
	"act" text NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"content" jsonb,
	CONSTRAINT "merged_row_act_source_key_pk" PRIMARY KEY("act","source","key")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "asylum_procedure_one_a_day" ON "immigration"."asylum_procedure" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE INDEX "asylum_procedure_of_person" ON "immigration"."asylum_procedure" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "entry_ban_of_person" ON "immigration"."entry_ban" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "evasion_fact_of_person" ON "immigration"."evasion_fact" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "expulsion_of_person" ON "immigration"."expulsion" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_clarification_one_a_day" ON "immigration"."identity_clarification" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE INDEX "identity_clarification_of_person" ON "immigration"."identity_clarification" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "interest_to_stay_of_person" ON "immigration"."interest_to_stay" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "medical_obstacle_of_person" ON "immigration"."medical_obstacle" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "obligation_to_leave_one_a_day" ON "immigration"."obligation_to_leave" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE INDEX "obligation_to_leave_of_person" ON "immigration"."obligation_to_leave" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "person_by_ref" ON "immigration"."person" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "person_by_azr_number" ON "immigration"."person" USING btree ("azr_number");--> statement-breakpoint
CREATE INDEX "person_by_family_name" ON "immigration"."person" USING btree ("family_name_key","person_ref");--> statement-breakpoint
CREATE INDEX "person_by_authority" ON "immigration"."person" USING btree ("competent_authority","person_ref");--> statement-breakpoint
CREATE INDEX "planned_removal_of_person" ON "immigration"."planned_removal" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "removal_bar_of_person" ON "immigration"."removal_bar" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "removal_threat_one_a_day" ON "immigration"."removal_threat" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE INDEX "removal_threat_of_person" ON "immigration"."removal_threat" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "residence_status_one_a_day" ON "immigration"."residence_status" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE INDEX "residence_status_of_person" ON "immigration"."residence_status" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "supplied_conflict_open" ON "immigration"."supplied_conflict" USING btree ("office","state","received_at");--> statement-breakpoint
CREATE INDEX "supplied_conflict_by_fact" ON "immigration"."supplied_conflict" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "supplied_fact_by_ticket" ON "immigration"."supplied_fact" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "supplied_message_by_fact" ON "immigration"."supplied_message" USING btree ("fact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "toleration_one_a_day" ON "immigration"."toleration" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE INDEX "toleration_of_person" ON "immigration"."toleration" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "transfer_block_of_person" ON "immigration"."transfer_block" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "travel_document_of_person" ON "immigration"."travel_document" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "announced_person_by_reference" ON "immigration"."announced_person" USING btree ("office","reference");--> statement-breakpoint
CREATE INDEX "announced_person_to_clear" ON "immigration"."announced_person" USING btree ("clearing_office","announced_at","ticket");--> statement-breakpoint
CREATE INDEX "clearing_candidate_of_person" ON "immigration"."clearing_candidate" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "linkage_act_of_ticket" ON "immigration"."linkage_act" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "linkage_act_of_office" ON "immigration"."linkage_act" USING btree ("office","at","id");--> statement-breakpoint
CREATE INDEX "linkage_form_by_key" ON "immigration"."linkage_form" USING gin ("keys");