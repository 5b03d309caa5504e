CREATE SCHEMA "criminal_records";
--> statement-breakpoint
CREATE TABLE "criminal_records"."conviction" (
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
	"court" text NOT NULL,
	"court_file_ref" text NOT NULL,
	"first_judgment_on" date NOT NULL,
	"decided_on" date NOT NULL,
	"final_on" date,
	"penalty" text NOT NULL,
	"life_sentence" boolean DEFAULT false NOT NULL,
	"years" integer,
	"months" integer,
	"weeks" integer,
	"days" integer,
	"day_fines" integer,
	"suspended" boolean DEFAULT false NOT NULL,
	"remainder_suspended" boolean DEFAULT false NOT NULL,
	"suspension_revoked_on" date,
	"remainder_remitted_on" date,
	"stigma_removed_on" date,
	"measures" text[] DEFAULT '{}' NOT NULL,
	"inhumane_motive_found" boolean DEFAULT false NOT NULL,
	"enforcement_settled_on" date,
	CONSTRAINT "conviction_order" CHECK ("criminal_records"."conviction"."final_on" IS NULL OR "criminal_records"."conviction"."final_on" >= "criminal_records"."conviction"."first_judgment_on"),
	CONSTRAINT "conviction_decision" CHECK ("criminal_records"."conviction"."decided_on" >= "criminal_records"."conviction"."first_judgment_on"),
	CONSTRAINT "conviction_length" CHECK (LEAST("criminal_records"."conviction"."years", "criminal_records"."conviction"."months", "criminal_records"."conviction"."weeks", "criminal_records"."conviction"."days") >= 0),
	CONSTRAINT "conviction_day_fines" CHECK ("criminal_records"."conviction"."day_fines" > 0),
	CONSTRAINT "conviction_fine" CHECK (("criminal_records"."conviction"."penalty" = 'FINE') = ("criminal_records"."conviction"."day_fines" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "criminal_records"."custody" (
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
	"custody_kind" text NOT NULL,
	"begun_on" date NOT NULL,
	"ended_on" date,
	"expected_end" date,
	"half_term" date,
	"enforced_by" text,
	"waiver_456a" text NOT NULL,
	CONSTRAINT "custody_expected_end" CHECK ("criminal_records"."custody"."expected_end" >= "criminal_records"."custody"."begun_on"),
	CONSTRAINT "custody_half_term" CHECK ("criminal_records"."custody"."half_term" >= "criminal_records"."custody"."begun_on"),
	CONSTRAINT "custody_period" CHECK ("criminal_records"."custody"."ended_on" IS NULL OR "criminal_records"."custody"."ended_on" >= "criminal_records"."custody"."begun_on")
);
--> statement-breakpoint
CREATE TABLE "criminal_records"."investigation" (
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
	"provisions" text[] NOT NULL,
	"state" text NOT NULL,
	"since" date NOT NULL,
	"disclosure_deferred" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "criminal_records"."offence" (
	"conviction_id" text NOT NULL,
	"number" integer NOT NULL,
	"person_ref" text NOT NULL,
	"provision" text NOT NULL,
	"designation" text NOT NULL,
	"committed_on" date NOT NULL,
	"intentional" boolean NOT NULL,
	"weapon" boolean NOT NULL,
	"violence" boolean NOT NULL,
	"serial" boolean NOT NULL,
	CONSTRAINT "offence_conviction_id_number_pk" PRIMARY KEY("conviction_id","number")
);
--> statement-breakpoint
CREATE TABLE "criminal_records"."police_finding" (
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
	"finding_kind" text NOT NULL,
	CONSTRAINT "police_finding_labelled" CHECK ("criminal_records"."police_finding"."label" IS NOT NULL AND "criminal_records"."police_finding"."label" <> '')
);
--> statement-breakpoint
CREATE TABLE "criminal_records"."repeat_offender_listing" (
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
	"rule_set" text NOT NULL,
	"listed_on" date NOT NULL,
	"last_reviewed_on" date,
	"review_by" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "repeat_offender_listing_labelled" CHECK ("criminal_records"."repeat_offender_listing"."label" IS NOT NULL AND "criminal_records"."repeat_offender_listing"."label" <> ''),
	CONSTRAINT "repeat_offender_listing_period" CHECK ("criminal_records"."repeat_offender_listing"."ended_on" >= "criminal_records"."repeat_offender_listing"."listed_on"),
	CONSTRAINT "repeat_offender_listing_review" CHECK ("criminal_records"."repeat_offender_listing"."last_reviewed_on" >= "criminal_records"."repeat_offender_listing"."listed_on"),
	CONSTRAINT "repeat_offender_listing_is_assessment" CHECK ("criminal_records"."repeat_offender_listing"."provenance_kind" = 'ASSESSMENT')
);
--> statement-breakpoint
CREATE TABLE "criminal_records"."supplied_fact" (
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
	CONSTRAINT "supplied_fact_erased" CHECK ("criminal_records"."supplied_fact"."state" = 'HELD' OR "criminal_records"."supplied_fact"."content_hash" IS NULL)
);
--> statement-breakpoint
CREATE TABLE "criminal_records"."supplied_message" (
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
CREATE TABLE "criminal_records"."supplied_version" (
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
CREATE TABLE "criminal_records"."wanted_notice" (
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
	"purpose" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "wanted_notice_period" CHECK ("criminal_records"."wanted_notice"."until" >= "criminal_records"."wanted_notice"."since"),
	CONSTRAINT "wanted_notice_labelled" CHECK ("criminal_records"."wanted_notice"."label" IS NOT NULL OR "criminal_records"."wanted_notice"."source_office" !~ '^(POLICE|LKA)_')
);
--> statement-breakpoint
ALTER TABLE "criminal_records"."offence" ADD CONSTRAINT "offence_conviction_id_conviction_fact_id_fk" FOREIGN KEY ("conviction_id") REFERENCES "criminal_records"."conviction"("fact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conviction_by_person" ON "criminal_records"."conviction" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "custody_by_person" ON "criminal_records"."custody" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "investigation_by_person" ON "criminal_records"."investigation" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "offence_by_person" ON "criminal_records"."offence" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "police_finding_by_person" ON "criminal_records"."police_finding" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "repeat_offender_listing_by_person" ON "criminal_records"."repeat_offender_listing" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "supplied_fact_by_ticket" ON "criminal_records"."supplied_fact" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "supplied_message_by_fact" ON "criminal_records"."supplied_message" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "wanted_notice_by_person" ON "criminal_records"."wanted_notice" USING btree ("person_ref");