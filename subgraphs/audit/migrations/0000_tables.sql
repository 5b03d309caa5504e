CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE TABLE "audit"."indexed" (
	"instance" text PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"bytes" integer NOT NULL,
	"lines" integer NOT NULL,
	"last" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."operation" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"question_date" date NOT NULL,
	"outcome" text NOT NULL,
	"refusal_code" text,
	"actor" text NOT NULL,
	"responsible_person" text NOT NULL,
	"office" text NOT NULL,
	"role" text NOT NULL,
	"purpose" text,
	"purpose_code" text,
	"case_ref" text,
	"reason" text,
	"operation_kind" text NOT NULL,
	"operation_name" text,
	"operation_hash" text NOT NULL,
	"policy_version" text NOT NULL,
	"coordinates" text[] NOT NULL,
	"rules" jsonb NOT NULL,
	"withheld" jsonb NOT NULL,
	"tested" text[] NOT NULL,
	"combined" text[] NOT NULL,
	"instance" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."subject" (
	"operation_id" text NOT NULL,
	"place" integer NOT NULL,
	"person_ref" text,
	"positions" integer[] NOT NULL,
	CONSTRAINT "subject_operation_id_place_pk" PRIMARY KEY("operation_id","place")
);
--> statement-breakpoint
ALTER TABLE "audit"."subject" ADD CONSTRAINT "subject_operation_id_operation_id_fk" FOREIGN KEY ("operation_id") REFERENCES "audit"."operation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operation_by_time" ON "audit"."operation" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_actor" ON "audit"."operation" USING btree ("actor","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_office" ON "audit"."operation" USING btree ("office","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_case" ON "audit"."operation" USING btree ("case_ref","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_coordinate" ON "audit"."operation" USING gin ("coordinates");--> statement-breakpoint
CREATE INDEX "subject_by_person" ON "audit"."subject" USING btree ("person_ref","operation_id");