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
CREATE TABLE "directory"."person_merge" (
	"id" text PRIMARY KEY NOT NULL,
	"from_ref" text NOT NULL,
	"into_ref" text NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "directory"."person_ticket" (
	"ticket" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"person_ref" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "person_ticket_decided" CHECK (("directory"."person_ticket"."state" = 'DECIDED') = ("directory"."person_ticket"."person_ref" IS NOT NULL))
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
CREATE INDEX "person_merge_from" ON "directory"."person_merge" USING btree ("from_ref");--> statement-breakpoint
CREATE INDEX "person_merge_into" ON "directory"."person_merge" USING btree ("into_ref");--> statement-breakpoint
CREATE INDEX "person_ticket_by_person" ON "directory"."person_ticket" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "person_ticket_by_decision" ON "directory"."person_ticket" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "relation_by_case" ON "directory"."relation" USING btree ("case_ref","office");--> statement-breakpoint
CREATE INDEX "relation_by_person" ON "directory"."relation" USING btree ("person_ref");