ALTER TABLE "directory"."person_merge" ADD COLUMN "merged_on" date;--> statement-breakpoint
ALTER TABLE "directory"."person_merge" ADD COLUMN "undone_on" date;--> statement-breakpoint
UPDATE "directory"."person_merge" SET "merged_on" = ("merged_at" AT TIME ZONE 'Europe/Berlin')::date, "undone_on" = ("undone_at" AT TIME ZONE 'Europe/Berlin')::date;--> statement-breakpoint
ALTER TABLE "directory"."person_merge" ALTER COLUMN "merged_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."person_merge" ADD CONSTRAINT "person_merge_undone" CHECK (("directory"."person_merge"."undone_at" IS NULL) = ("directory"."person_merge"."undone_on" IS NULL));
