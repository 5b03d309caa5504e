CREATE TABLE "directory"."kept_up_day" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "kept_up_day_is_one" CHECK ("directory"."kept_up_day"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "directory"."news" ADD COLUMN "fact_reference" text;