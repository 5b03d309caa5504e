ALTER TABLE "criminal_records"."conviction" ADD CONSTRAINT "conviction_of_person" UNIQUE("fact_id","person_ref");--> statement-breakpoint
ALTER TABLE "criminal_records"."offence" DROP CONSTRAINT "offence_conviction_id_conviction_fact_id_fk";--> statement-breakpoint
ALTER TABLE "criminal_records"."offence" ADD CONSTRAINT "offence_of_conviction" FOREIGN KEY ("conviction_id","person_ref") REFERENCES "criminal_records"."conviction"("fact_id","person_ref") ON DELETE no action ON UPDATE cascade;
