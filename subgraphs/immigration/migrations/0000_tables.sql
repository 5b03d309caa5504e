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
	"remedy_pending" boolean NOT NULL
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
	"warning_given_on" date
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
	"exists" boolean NOT NULL
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
	"finality" text
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
	"decided_by" text NOT NULL
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
	CONSTRAINT "residence_status_period" CHECK ("immigration"."residence_status"."valid_until" >= "immigration"."residence_status"."event_date")
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
	"code" text NOT NULL
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
	"valid_until" date
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
CREATE INDEX "asylum_procedure_of_person" ON "immigration"."asylum_procedure" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "entry_ban_of_person" ON "immigration"."entry_ban" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "evasion_fact_of_person" ON "immigration"."evasion_fact" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "expulsion_of_person" ON "immigration"."expulsion" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "identity_clarification_of_person" ON "immigration"."identity_clarification" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "interest_to_stay_of_person" ON "immigration"."interest_to_stay" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "medical_obstacle_of_person" ON "immigration"."medical_obstacle" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "obligation_to_leave_of_person" ON "immigration"."obligation_to_leave" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "person_by_ref" ON "immigration"."person" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "person_by_azr_number" ON "immigration"."person" USING btree ("azr_number");--> statement-breakpoint
CREATE INDEX "person_by_family_name" ON "immigration"."person" USING btree ("family_name_key","person_ref");--> statement-breakpoint
CREATE INDEX "person_by_authority" ON "immigration"."person" USING btree ("competent_authority","person_ref");--> statement-breakpoint
CREATE INDEX "planned_removal_of_person" ON "immigration"."planned_removal" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "removal_bar_of_person" ON "immigration"."removal_bar" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "removal_threat_of_person" ON "immigration"."removal_threat" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "residence_status_of_person" ON "immigration"."residence_status" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "supplied_fact_by_ticket" ON "immigration"."supplied_fact" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "supplied_message_by_fact" ON "immigration"."supplied_message" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "toleration_of_person" ON "immigration"."toleration" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "transfer_block_of_person" ON "immigration"."transfer_block" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "travel_document_of_person" ON "immigration"."travel_document" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "announced_person_by_reference" ON "immigration"."announced_person" USING btree ("office","reference");--> statement-breakpoint
CREATE INDEX "announced_person_to_clear" ON "immigration"."announced_person" USING btree ("clearing_office","announced_at","ticket");--> statement-breakpoint
CREATE INDEX "clearing_candidate_of_person" ON "immigration"."clearing_candidate" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "linkage_act_of_ticket" ON "immigration"."linkage_act" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "linkage_act_of_office" ON "immigration"."linkage_act" USING btree ("office","at","id");--> statement-breakpoint
CREATE INDEX "linkage_form_by_key" ON "immigration"."linkage_form" USING gin ("keys");