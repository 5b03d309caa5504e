CREATE SCHEMA "directory";
--> statement-breakpoint
CREATE TABLE "directory"."fact_end" (
	"reference" text PRIMARY KEY NOT NULL,
	"ends_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."person_fact" (
	"person_ref" text NOT NULL,
	"kind" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "person_fact_person_ref_kind_since_pk" PRIMARY KEY("person_ref","kind","since")
);
--> statement-breakpoint
CREATE TABLE "directory"."relation" (
	"office" text NOT NULL,
	"person_ref" text NOT NULL,
	"kind" text NOT NULL,
	"case_ref" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "relation_office_person_ref_kind_case_ref_since_pk" PRIMARY KEY("office","person_ref","kind","case_ref","since"),
	CONSTRAINT "relation_period" CHECK ("directory"."relation"."until" IS NULL OR "directory"."relation"."until" >= "directory"."relation"."since" - 1)
);
--> statement-breakpoint
CREATE INDEX "relation_by_case" ON "directory"."relation" USING btree ("case_ref","office");--> statement-breakpoint
CREATE INDEX "relation_by_person" ON "directory"."relation" USING btree ("person_ref");