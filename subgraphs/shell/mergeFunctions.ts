import { subjectHolder } from "../../schema/subjectHolder.ts";
import { populating } from "./newsFunctions.ts";

/** Facts that came by ticket and stand with a person: they follow their ticket (`settleTickets`), whoever is merged. */
const byTicket = (schema: string) =>
  `EXISTS (SELECT FROM ${schema}.supplied_fact AS supplied WHERE supplied.fact_id = fact.fact_id AND supplied.state = ''HELD'')`;

/** Relations of a clearing office last as long as its question, and are the question's. */
const followingTies = `tie.kind <> 'CLEARING_CANDIDATE'`;

const tieKey = `jsonb_build_array(tie.office, tie.kind, tie.case_ref, tie.since)::text`;

/** Who holds a relation, where the person concerned does (`subjectHolder`): under the reference that holds. */
const holderOf = (before: string, now: string) =>
  `CASE WHEN tie.office = '${subjectHolder("")}' || ${before} THEN '${subjectHolder("")}' || ${now} ELSE tie.office END`;

/**
 * SQL that has everything about a person follow a merge, in the transaction that decides it and in every schema, and go back where the merge is
 * undone. What a merge moved stands in `migrations.merged_row`, which no role may read: it would tell who has a record.
 *
 * - A fact moves as a new version, and the one before ends on the date of the question: what rests on it is stale, and whoever was told it is
 *   told that it was corrected. The person's own row is taken out and put back by `immigration`.
 * - Going back are the rows that were moved, as they are by then, and whatever came since in a case that goes back. What came since about who
 *   stays, stays.
 * - A relation or prohibiting fact that who stays has already is kept aside until then; so is the relation of the person to the own file.
 */
export const mergeFunctions = `
  CREATE TABLE IF NOT EXISTS migrations.merged_row (
    merge text NOT NULL, source text NOT NULL, key text NOT NULL, content jsonb, PRIMARY KEY (merge, source, key)
  );
  CREATE OR REPLACE FUNCTION directory.move_facts(merge text, old_ref text, new_ref text, "on" date, cases text[])
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path TO directory, pg_temp AS $$
  DECLARE
    moved_table record;
    chosen text;
  BEGIN
    FOR moved_table IN
      SELECT format('%I.%I', nspname, relname) AS name, nspname AS schema,
        EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname = 'case_ref') AS is_of_case,
        EXISTS (SELECT FROM pg_class AS s WHERE s.relnamespace = c.relnamespace AND s.relname = 'supplied_fact') AS has_ledger,
        EXISTS (SELECT FROM pg_trigger AS g WHERE g.tgrelid = c.oid AND g.tgname = 'tell_corrected') AS is_told
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND NOT (nspname = 'immigration' AND relname = 'person')
        AND (SELECT count(*) FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname IN ('tag', 'person_ref')) = 2
      ORDER BY 1
    LOOP
      chosen := CASE
        WHEN cases IS NULL THEN 'TRUE'
        ELSE format('(fact.fact_id IN (SELECT key FROM migrations.merged_row WHERE merge = $4 AND source = %L)%s)',
          moved_table.name, CASE WHEN moved_table.is_of_case THEN ' OR fact.case_ref = ANY ($5)' ELSE '' END)
      END;
      IF moved_table.has_ledger THEN
        chosen := chosen || format(' AND NOT ${byTicket("%I")}', moved_table.schema);
      END IF;
      EXECUTE format('
        WITH moved AS (
          UPDATE %1$s AS fact SET person_ref = $2, version = fact.version + 1, last_changed_at = clock_timestamp()
          WHERE fact.person_ref = $1 AND %2$s RETURNING fact.fact_id, fact.version, fact.source_office
        ), ended AS (
          INSERT INTO directory.fact_end AS e (reference, ends_on) SELECT fact_id || ''@'' || (version - 1), $3 FROM moved
          ON CONFLICT (reference) DO UPDATE SET ends_on = LEAST(e.ends_on, EXCLUDED.ends_on)
        ), told AS (
          INSERT INTO directory.fact_change (kind, fact_id, version, source_office, at)
            SELECT ''CORRECTED'', fact_id, version - 1, source_office, clock_timestamp() FROM moved WHERE NOT %4$L::boolean
        )
        INSERT INTO migrations.merged_row (merge, source, key)
          SELECT $4, %3$L, fact_id FROM moved WHERE $5 IS NULL', moved_table.name, chosen, moved_table.name, moved_table.is_told)
        USING old_ref, new_ref, "on", merge, cases;
    END LOOP;
  END $$;
  CREATE OR REPLACE FUNCTION directory.follow_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO directory, pg_temp AS $$
  DECLARE before text := current_setting('${populating}', true);
  BEGIN
    PERFORM set_config('${populating}', 'on', true);
    WITH doubled AS (
      DELETE FROM directory.relation AS tie WHERE tie.person_ref = NEW.from_ref AND ${followingTies}
        AND (tie.kind = 'SELF' AND tie.case_ref = NEW.from_ref OR EXISTS (SELECT FROM directory.relation AS same WHERE same.person_ref = NEW.into_ref
          AND same.office = tie.office AND same.kind = tie.kind AND same.case_ref = tie.case_ref AND same.since = tie.since))
      RETURNING tie.*
    ) INSERT INTO migrations.merged_row SELECT NEW.id, 'directory.relation', ${tieKey}, to_jsonb(tie) FROM doubled AS tie;
    WITH moved AS (
      UPDATE directory.relation AS tie SET person_ref = NEW.into_ref, office = ${holderOf("NEW.from_ref", "NEW.into_ref")}
      WHERE tie.person_ref = NEW.from_ref AND ${followingTies} RETURNING tie.*
    ) INSERT INTO migrations.merged_row SELECT NEW.id, 'directory.relation', ${tieKey} FROM moved AS tie;
    WITH doubled AS (
      DELETE FROM directory.person_fact AS fact WHERE fact.person_ref = NEW.from_ref AND EXISTS (SELECT FROM directory.person_fact AS same
        WHERE same.person_ref = NEW.into_ref AND same.kind = fact.kind AND same.since = fact.since) RETURNING fact.*
    ) INSERT INTO migrations.merged_row SELECT NEW.id, 'directory.person_fact', kind || ' ' || since, to_jsonb(fact) FROM doubled AS fact;
    WITH moved AS (
      UPDATE directory.person_fact SET person_ref = NEW.into_ref WHERE person_ref = NEW.from_ref RETURNING kind, since
    ) INSERT INTO migrations.merged_row SELECT NEW.id, 'directory.person_fact', kind || ' ' || since FROM moved;
    WITH moved AS (
      UPDATE directory.news SET person_ref = NEW.into_ref WHERE person_ref = NEW.from_ref RETURNING occasion
    ) INSERT INTO migrations.merged_row SELECT NEW.id, 'directory.news', occasion FROM moved;
    PERFORM directory.move_facts(NEW.id, NEW.from_ref, NEW.into_ref, NEW.merged_on, NULL);
    PERFORM set_config('${populating}', coalesce(before, ''), true);
    RETURN NULL;
  END $$;
  CREATE OR REPLACE FUNCTION directory.follow_undoing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO directory, pg_temp AS $$
  DECLARE
    before text := current_setting('${populating}', true);
    cases text[] := ARRAY(SELECT DISTINCT key::jsonb ->> 2 FROM migrations.merged_row
      WHERE merge = NEW.id AND source = 'directory.relation' AND key::jsonb ->> 1 = 'OWN_CASE');
  BEGIN
    PERFORM set_config('${populating}', 'on', true);
    UPDATE directory.relation AS tie SET person_ref = NEW.from_ref, office = ${holderOf("NEW.into_ref", "NEW.from_ref")}
      WHERE tie.person_ref = NEW.into_ref AND ${followingTies}
      AND (tie.case_ref = ANY (cases) OR ${tieKey} IN (
        SELECT key FROM migrations.merged_row WHERE merge = NEW.id AND source = 'directory.relation' AND content IS NULL));
    INSERT INTO directory.relation SELECT tie.* FROM migrations.merged_row AS kept, jsonb_populate_record(NULL::directory.relation, kept.content) AS tie
      WHERE kept.merge = NEW.id AND kept.source = 'directory.relation' AND kept.content IS NOT NULL;
    UPDATE directory.person_fact SET person_ref = NEW.from_ref WHERE person_ref = NEW.into_ref AND kind || ' ' || since IN (
      SELECT key FROM migrations.merged_row WHERE merge = NEW.id AND source = 'directory.person_fact' AND content IS NULL);
    INSERT INTO directory.person_fact SELECT fact.* FROM migrations.merged_row AS kept,
        jsonb_populate_record(NULL::directory.person_fact, kept.content) AS fact
      WHERE kept.merge = NEW.id AND kept.source = 'directory.person_fact' AND kept.content IS NOT NULL;
    UPDATE directory.news SET person_ref = NEW.from_ref WHERE person_ref = NEW.into_ref AND (case_ref = ANY (cases) OR occasion IN (
      SELECT key FROM migrations.merged_row WHERE merge = NEW.id AND source = 'directory.news'));
    PERFORM directory.move_facts(NEW.id, NEW.into_ref, NEW.from_ref, NEW.undone_on, cases);
    DELETE FROM migrations.merged_row WHERE merge = NEW.id;
    PERFORM set_config('${populating}', coalesce(before, ''), true);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION directory.move_facts FROM PUBLIC;
  CREATE OR REPLACE TRIGGER follow_merge AFTER INSERT ON directory.person_merge FOR EACH ROW EXECUTE FUNCTION directory.follow_merge();
  CREATE OR REPLACE TRIGGER follow_undoing AFTER UPDATE ON directory.person_merge FOR EACH ROW
    WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION directory.follow_undoing();`;
