CREATE SCHEMA "casework";
--> statement-breakpoint
CREATE TABLE "casework"."admission_decision" (
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
	"case_ref" text NOT NULL,
	"position" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"follows_band" boolean,
	"decided_by" text NOT NULL,
	"seen_assessment" text,
	"confirmation" text NOT NULL,
	"confirmed_by" text,
	"confirmation_reason" text,
	CONSTRAINT "another_person_confirms" CHECK ("casework"."admission_decision"."confirmed_by" <> "casework"."admission_decision"."decided_by"),
	CONSTRAINT "confirmed_by_somebody" CHECK (("casework"."admission_decision"."confirmed_by" IS NOT NULL) = ("casework"."admission_decision"."confirmation" IN ('CONFIRMED', 'RETURNED'))),
	CONSTRAINT "band_only_if_seen" CHECK (("casework"."admission_decision"."follows_band" IS NULL) = ("casework"."admission_decision"."seen_assessment" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "casework"."case_conference" (
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
	"case_ref" text NOT NULL,
	"position" integer NOT NULL,
	"participants" text[] NOT NULL,
	"agenda" text[] NOT NULL,
	"resolution" text NOT NULL,
	"minutes" text
);
--> statement-breakpoint
CREATE TABLE "casework"."case_event" (
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
	"case_ref" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"reason" text,
	CONSTRAINT "case_event_labelled" CHECK ("casework"."case_event"."label" IS NOT NULL OR "casework"."case_event"."source_office" !~ '^(POLICE|LKA)_')
);
--> statement-breakpoint
CREATE TABLE "casework"."case" (
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
	"case_ref" text NOT NULL,
	"state" text NOT NULL,
	"rrk" text NOT NULL,
	"lead" text,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"ground" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposal_reason" text NOT NULL,
	"closing_outcome" text,
	CONSTRAINT "case_case_ref_unique" UNIQUE("case_ref"),
	CONSTRAINT "outcome_if_closed" CHECK (("casework"."case"."closing_outcome" IS NOT NULL) = ("casework"."case"."state" = 'CLOSED')),
	CONSTRAINT "case_period" CHECK ("casework"."case"."closed_on" IS NULL OR "casework"."case"."closed_on" >= "casework"."case"."opened_on"),
	CONSTRAINT "case_labelled" CHECK ("casework"."case"."label" IS NOT NULL OR "casework"."case"."source_office" !~ '^(POLICE|LKA)_')
);
--> statement-breakpoint
CREATE TABLE "casework"."deadline" (
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
	"case_ref" text NOT NULL,
	"subject" text NOT NULL,
	"due_on" date NOT NULL,
	"norm" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "casework"."measure" (
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
	"case_ref" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"office" text NOT NULL,
	"due_on" date NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "casework"."prosecutor_consent" (
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
	"case_ref" text NOT NULL,
	"position" integer NOT NULL,
	"office" text NOT NULL,
	"state" text NOT NULL,
	"requested_on" date,
	"answered_on" date,
	"planned_measure" text NOT NULL,
	CONSTRAINT "answer_after_request" CHECK ("casework"."prosecutor_consent"."answered_on" >= "casework"."prosecutor_consent"."requested_on"),
	CONSTRAINT "answer_has_date" CHECK (("casework"."prosecutor_consent"."answered_on" IS NOT NULL) = ("casework"."prosecutor_consent"."state" IN ('GIVEN', 'REFUSED')))
);
--> statement-breakpoint
CREATE TABLE "casework"."social_conduct_report" (
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
	"category" text NOT NULL,
	"reviewed" boolean NOT NULL,
	CONSTRAINT "social_conduct_report_labelled" CHECK ("casework"."social_conduct_report"."label" IS NOT NULL OR "casework"."social_conduct_report"."source_office" !~ '^(POLICE|LKA)_')
);
--> statement-breakpoint
ALTER TABLE "casework"."admission_decision" ADD CONSTRAINT "admission_decision_case_ref_case_case_ref_fk" FOREIGN KEY ("case_ref") REFERENCES "casework"."case"("case_ref") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "casework"."case_conference" ADD CONSTRAINT "case_conference_case_ref_case_case_ref_fk" FOREIGN KEY ("case_ref") REFERENCES "casework"."case"("case_ref") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "casework"."case_event" ADD CONSTRAINT "case_event_case_ref_case_case_ref_fk" FOREIGN KEY ("case_ref") REFERENCES "casework"."case"("case_ref") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "casework"."deadline" ADD CONSTRAINT "deadline_case_ref_case_case_ref_fk" FOREIGN KEY ("case_ref") REFERENCES "casework"."case"("case_ref") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "casework"."measure" ADD CONSTRAINT "measure_case_ref_case_case_ref_fk" FOREIGN KEY ("case_ref") REFERENCES "casework"."case"("case_ref") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "casework"."prosecutor_consent" ADD CONSTRAINT "prosecutor_consent_case_ref_case_case_ref_fk" FOREIGN KEY ("case_ref") REFERENCES "casework"."case"("case_ref") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "admission_decision_by_case" ON "casework"."admission_decision" USING btree ("case_ref");--> statement-breakpoint
CREATE INDEX "case_conference_by_case" ON "casework"."case_conference" USING btree ("case_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "case_event_by_number" ON "casework"."case_event" USING btree ("case_ref","number");--> statement-breakpoint
CREATE INDEX "case_by_person" ON "casework"."case" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "deadline_by_case" ON "casework"."deadline" USING btree ("case_ref");--> statement-breakpoint
CREATE INDEX "measure_by_case" ON "casework"."measure" USING btree ("case_ref");--> statement-breakpoint
CREATE INDEX "prosecutor_consent_by_case" ON "casework"."prosecutor_consent" USING btree ("case_ref");--> statement-breakpoint
CREATE INDEX "prosecutor_consent_by_person" ON "casework"."prosecutor_consent" USING btree ("person_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_consent_an_office" ON "casework"."prosecutor_consent" USING btree ("case_ref","office") WHERE "casework"."prosecutor_consent"."state" = 'REQUESTED';--> statement-breakpoint
CREATE INDEX "social_conduct_report_by_person" ON "casework"."social_conduct_report" USING btree ("person_ref");