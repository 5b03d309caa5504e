CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE TABLE "audit"."access_review" (
	"id" text PRIMARY KEY NOT NULL,
	"operation_id" text NOT NULL,
	"shard" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"reviewer" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."correction_notice" (
	"id" text PRIMARY KEY NOT NULL,
	"change_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"fact_id" text NOT NULL,
	"version" integer NOT NULL,
	"office" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"acknowledged_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit"."decision" (
	"id" text PRIMARY KEY NOT NULL,
	"policy_version" text NOT NULL,
	"coordinates" text[] NOT NULL,
	"rules" jsonb NOT NULL,
	"withheld" jsonb NOT NULL,
	"tested" text[] NOT NULL,
	"combined" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."decision_place" (
	"decision_id" text NOT NULL,
	"shard" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"leaf" integer NOT NULL,
	CONSTRAINT "decision_place_shard_decision_id_pk" PRIMARY KEY("shard","decision_id")
);
--> statement-breakpoint
CREATE TABLE "audit"."erasure" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"because" text NOT NULL,
	"tokens" text[] NOT NULL,
	"shard" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"leaf" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."fact_recipient" (
	"fact_id" text NOT NULL,
	"version" integer NOT NULL,
	"office" text NOT NULL,
	CONSTRAINT "fact_recipient_fact_id_version_office_pk" PRIMARY KEY("fact_id","version","office")
);
--> statement-breakpoint
CREATE TABLE "audit"."identification" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"code" text NOT NULL,
	"count" integer NOT NULL,
	"trace" text,
	"shard" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"leaf" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."indexed" (
	"shard" text PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"bytes" integer NOT NULL,
	"lines" integer NOT NULL,
	"last" text NOT NULL,
	"leaves" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."indexed_keys" (
	"shard" text NOT NULL,
	"file" text NOT NULL,
	"bytes" integer NOT NULL,
	CONSTRAINT "indexed_keys_shard_file_pk" PRIMARY KEY("shard","file")
);
--> statement-breakpoint
CREATE TABLE "audit"."key_row" (
	"token" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"shard" text NOT NULL,
	"file" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."operation" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"question_date" date NOT NULL,
	"outcome" text NOT NULL,
	"refusal_code" text,
	"count" integer NOT NULL,
	"kinds" text[] NOT NULL,
	"actor" text NOT NULL,
	"responsible_person" text NOT NULL,
	"office" text NOT NULL,
	"role" text NOT NULL,
	"recipient" text,
	"purpose" text,
	"purpose_code" text,
	"case_token" text,
	"asked_case_tokens" text[] NOT NULL,
	"reason_token" text,
	"operation_name" text,
	"operation_hash" text,
	"document" text,
	"policy_version" text NOT NULL,
	"catalogue_version" text,
	"decision_id" text,
	"withheld" integer[] NOT NULL,
	"incidents" text[] NOT NULL,
	"trace" text,
	"shard" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"leaf" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."subject" (
	"operation_id" text NOT NULL,
	"place" integer NOT NULL,
	"token" text,
	"positions" integer[] NOT NULL,
	"withheld" integer[] NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "subject_operation_id_place_pk" PRIMARY KEY("operation_id","place")
);
--> statement-breakpoint
ALTER TABLE "audit"."operation" ADD CONSTRAINT "operation_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "audit"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit"."subject" ADD CONSTRAINT "subject_operation_id_operation_id_fk" FOREIGN KEY ("operation_id") REFERENCES "audit"."operation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_review_by_operation" ON "audit"."access_review" USING btree ("operation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_notice_of_change" ON "audit"."correction_notice" USING btree ("change_id","office");--> statement-breakpoint
CREATE INDEX "correction_notice_outstanding" ON "audit"."correction_notice" USING btree ("office","change_id","id") WHERE "audit"."correction_notice"."acknowledged_at" IS NULL;--> statement-breakpoint
CREATE INDEX "decision_by_coordinate" ON "audit"."decision" USING gin ("coordinates");--> statement-breakpoint
CREATE INDEX "decision_by_tested" ON "audit"."decision" USING gin ("tested");--> statement-breakpoint
CREATE INDEX "identification_by_time" ON "audit"."identification" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "key_row_by_value" ON "audit"."key_row" USING btree ("kind","value");--> statement-breakpoint
CREATE INDEX "key_row_by_file" ON "audit"."key_row" USING btree ("shard","file");--> statement-breakpoint
CREATE INDEX "operation_by_time" ON "audit"."operation" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_actor" ON "audit"."operation" USING btree ("actor","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_office" ON "audit"."operation" USING btree ("office","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_case" ON "audit"."operation" USING btree ("case_token","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_asked_case" ON "audit"."operation" USING gin ("asked_case_tokens") WHERE "audit"."operation"."asked_case_tokens" <> '{}';--> statement-breakpoint
CREATE INDEX "operation_by_purpose" ON "audit"."operation" USING btree ("purpose","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_by_refusal" ON "audit"."operation" USING btree ("refusal_code","at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "audit"."operation"."refusal_code" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "operation_by_outcome" ON "audit"."operation" USING btree ("outcome","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "operation_with_incidents" ON "audit"."operation" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "audit"."operation"."incidents" <> '{}';--> statement-breakpoint
CREATE INDEX "operation_by_place" ON "audit"."operation" USING btree ("shard","leaf");--> statement-breakpoint
CREATE INDEX "operation_by_decision" ON "audit"."operation" USING btree ("decision_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "subject_by_token" ON "audit"."subject" USING btree ("token","operation_id");