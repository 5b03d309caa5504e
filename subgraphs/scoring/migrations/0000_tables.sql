CREATE SCHEMA "scoring";
--> statement-breakpoint
CREATE TABLE "scoring"."blind_rating" (
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
	"rater" text NOT NULL,
	"band" text NOT NULL,
	"reason" text NOT NULL,
	"evaluation_ref" text NOT NULL,
	CONSTRAINT "blind_rating_provenance_kind" CHECK ("scoring"."blind_rating"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "blind_rating_subject_category" CHECK ("scoring"."blind_rating"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "blind_rating_band" CHECK ("scoring"."blind_rating"."band" IN ('PRIORITY', 'REGULAR', 'NO_PROPOSAL', 'LEGAL_EXAMINATION_FIRST'))
);
--> statement-breakpoint
CREATE TABLE "scoring"."catalogue_act" (
	"id" text PRIMARY KEY NOT NULL,
	"catalogue_version" text NOT NULL,
	"number" integer NOT NULL,
	"act" text NOT NULL,
	"office" text NOT NULL,
	"by" text NOT NULL,
	"reason" text NOT NULL,
	"event_date" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"legal_basis" text NOT NULL,
	CONSTRAINT "catalogue_act_act" CHECK ("scoring"."catalogue_act"."act" IN ('SUSPENDED', 'RESUMED'))
);
--> statement-breakpoint
CREATE TABLE "scoring"."evaluation_key" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "evaluation_key_is_one" CHECK ("scoring"."evaluation_key"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "scoring"."own_estimate" (
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
	"person" text NOT NULL,
	"band" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "own_estimate_provenance_kind" CHECK ("scoring"."own_estimate"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "own_estimate_subject_category" CHECK ("scoring"."own_estimate"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "own_estimate_band" CHECK ("scoring"."own_estimate"."band" IN ('PRIORITY', 'REGULAR', 'NO_PROPOSAL', 'LEGAL_EXAMINATION_FIRST'))
);
--> statement-breakpoint
CREATE TABLE "scoring"."recorded_assessment" (
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
	"recorded_by" text NOT NULL,
	"expires_on" date NOT NULL,
	"band" text,
	"catalogue_version" text NOT NULL,
	"assessment" jsonb NOT NULL,
	"inputs" jsonb NOT NULL,
	"rests_on" text[] NOT NULL,
	"pseudonym" text NOT NULL,
	"evaluation_ref" text NOT NULL,
	CONSTRAINT "recorded_assessment_provenance_kind" CHECK ("scoring"."recorded_assessment"."provenance_kind" IN ('FACT', 'ASSESSMENT')),
	CONSTRAINT "recorded_assessment_subject_category" CHECK ("scoring"."recorded_assessment"."subject_category" IN ('CONVICTED', 'SUSPECTED', 'OTHER')),
	CONSTRAINT "recorded_assessment_band" CHECK ("scoring"."recorded_assessment"."band" IN ('PRIORITY', 'REGULAR', 'NO_PROPOSAL', 'LEGAL_EXAMINATION_FIRST'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "one_blind_rating_a_rater" ON "scoring"."blind_rating" USING btree ("case_ref","rater");--> statement-breakpoint
CREATE INDEX "blind_rating_by_evaluation_ref" ON "scoring"."blind_rating" USING btree ("evaluation_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "catalogue_act_by_number" ON "scoring"."catalogue_act" USING btree ("catalogue_version","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_own_estimate_a_person" ON "scoring"."own_estimate" USING btree ("case_ref","person");--> statement-breakpoint
CREATE INDEX "recorded_assessment_by_case" ON "scoring"."recorded_assessment" USING btree ("case_ref","event_date","recorded_at","fact_id");--> statement-breakpoint
CREATE INDEX "recorded_assessment_by_pseudonym" ON "scoring"."recorded_assessment" USING btree ("pseudonym","evaluation_ref");