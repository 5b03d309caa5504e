CREATE SCHEMA "scoring";
--> statement-breakpoint
CREATE TABLE "scoring"."estimate_draw" (
	"case_ref" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scoring"."evaluation_key" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "evaluation_key_is_one" CHECK ("scoring"."evaluation_key"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "scoring"."own_estimate" (
	"case_ref" text NOT NULL,
	"person" text NOT NULL,
	"band" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "own_estimate_case_ref_person_pk" PRIMARY KEY("case_ref","person")
);
--> statement-breakpoint
CREATE TABLE "scoring"."recorded_assessment" (
	"id" text PRIMARY KEY NOT NULL,
	"case_ref" text NOT NULL,
	"person_ref" text NOT NULL,
	"recorded_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"expires_on" date NOT NULL,
	"band" text,
	"catalogue_version" text NOT NULL,
	"assessment" jsonb NOT NULL,
	"inputs" jsonb NOT NULL,
	"pseudonym" text NOT NULL,
	"evaluation_ref" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "recorded_assessment_by_case" ON "scoring"."recorded_assessment" USING btree ("case_ref","recorded_on","recorded_at","id");--> statement-breakpoint
CREATE INDEX "recorded_assessment_by_pseudonym" ON "scoring"."recorded_assessment" USING btree ("pseudonym","evaluation_ref");