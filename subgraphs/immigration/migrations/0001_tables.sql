DROP INDEX "immigration"."asylum_procedure_one_a_day";--> statement-breakpoint
DROP INDEX "immigration"."identity_clarification_one_a_day";--> statement-breakpoint
DROP INDEX "immigration"."obligation_to_leave_one_a_day";--> statement-breakpoint
DROP INDEX "immigration"."removal_threat_one_a_day";--> statement-breakpoint
DROP INDEX "immigration"."residence_status_one_a_day";--> statement-breakpoint
DROP INDEX "immigration"."toleration_one_a_day";--> statement-breakpoint
CREATE UNIQUE INDEX "asylum_procedure_one_a_day" ON "immigration"."asylum_procedure" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "identity_clarification_one_a_day" ON "immigration"."identity_clarification" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "obligation_to_leave_one_a_day" ON "immigration"."obligation_to_leave" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "removal_threat_one_a_day" ON "immigration"."removal_threat" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "residence_status_one_a_day" ON "immigration"."residence_status" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "toleration_one_a_day" ON "immigration"."toleration" USING btree ("person_ref","event_date") WHERE fact_id NOT LIKE 'SF-%' AND version = 1;