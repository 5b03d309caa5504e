CREATE SCHEMA "directory";
--> statement-breakpoint
CREATE TABLE "directory"."case_part" (
	"case_ref" text NOT NULL,
	"person" text NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "case_part_case_ref_person_part_pk" PRIMARY KEY("case_ref","person","part"),
	CONSTRAINT "case_part_part" CHECK ("directory"."case_part"."part" IN ('ESTIMATED', 'OPENED_SCORE', 'KEPT_ASSESSMENT', 'RATED_BLIND', 'DECIDED'))
);
--> statement-breakpoint
CREATE TABLE "directory"."draw_key" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "draw_key_is_one" CHECK ("directory"."draw_key"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "directory"."estimate_draw" (
	"case_ref" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."fact_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directory"."fact_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"fact_id" text NOT NULL,
	"version" integer NOT NULL,
	"source_office" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."fact_end" (
	"reference" text PRIMARY KEY NOT NULL,
	"ends_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."kept_assessment" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"case_ref" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."kept_up_day" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "kept_up_day_is_one" CHECK ("directory"."kept_up_day"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "directory"."news" (
	"occasion" text PRIMARY KEY NOT NULL,
	"number" bigint,
	"kind" text NOT NULL,
	"person_ref" text NOT NULL,
	"case_ref" text,
	"tells" text[],
	"owners" text[] DEFAULT '{}' NOT NULL,
	"source" text,
	"fact_reference" text,
	"on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kept_until" date NOT NULL
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
	"merged_on" date NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_on" date,
	CONSTRAINT "person_merge_undone" CHECK (("directory"."person_merge"."undone_at" IS NULL) = ("directory"."person_merge"."undone_on" IS NULL))
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
CREATE INDEX "fact_change_of_fact" ON "directory"."fact_change" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "kept_assessment_by_case" ON "directory"."kept_assessment" USING btree ("case_ref");--> statement-breakpoint
CREATE INDEX "news_in_order" ON "directory"."news" USING btree ("number");--> statement-breakpoint
CREATE INDEX "news_of_person" ON "directory"."news" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "person_merge_from" ON "directory"."person_merge" USING btree ("from_ref");--> statement-breakpoint
CREATE INDEX "person_merge_into" ON "directory"."person_merge" USING btree ("into_ref");--> statement-breakpoint
CREATE INDEX "person_ticket_by_person" ON "directory"."person_ticket" USING btree ("person_ref");--> statement-breakpoint
CREATE INDEX "person_ticket_by_decision" ON "directory"."person_ticket" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "relation_by_case" ON "directory"."relation" USING btree ("case_ref","office");--> statement-breakpoint
CREATE INDEX "relation_by_person" ON "directory"."relation" USING btree ("person_ref");