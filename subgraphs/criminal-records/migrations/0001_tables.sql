CREATE TABLE "criminal_records"."supplied_conflict" (
	"id" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"fact_kind" text NOT NULL,
	"reference" text NOT NULL,
	"fact_id" text,
	"message_id" text NOT NULL,
	"ticket" text NOT NULL,
	"reason" text NOT NULL,
	"field" text,
	"changed_at" timestamp with time zone NOT NULL,
	"content_hash" text,
	"content" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "supplied_conflict_once" UNIQUE("office","fact_kind","reference","message_id","content_hash"),
	CONSTRAINT "supplied_conflict_decided" CHECK (("criminal_records"."supplied_conflict"."state" = 'OPEN') = ("criminal_records"."supplied_conflict"."decided_at" IS NULL))
);
--> statement-breakpoint
CREATE INDEX "supplied_conflict_open" ON "criminal_records"."supplied_conflict" USING btree ("office","state","received_at");--> statement-breakpoint
CREATE INDEX "supplied_conflict_by_fact" ON "criminal_records"."supplied_conflict" USING btree ("fact_id");