/**
 * SQL that writes the end of a version of a fact when a row gets another version or goes, whichever way that comes: what rests on it is
 * stale from that day, by itself. An earlier end that is known already stands. The day is that of the change, by the clock of the Land.
 */
export const versionEndFunction = `
  CREATE OR REPLACE FUNCTION directory.end_version() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    changed timestamptz := CASE WHEN TG_OP = 'DELETE' THEN now() ELSE NEW.last_changed_at END;
  BEGIN
    INSERT INTO directory.fact_end (reference, ends_on)
      VALUES (OLD.fact_id || '@' || OLD.version, (changed AT TIME ZONE 'Europe/Berlin')::date)
      ON CONFLICT (reference) DO UPDATE SET ends_on = LEAST(directory.fact_end.ends_on, EXCLUDED.ends_on);
    RETURN NULL;
  END $$;`;

/** Tables of casework whose rows reduced facts are made of; of its other facts nothing rests on a version. */
const reducible = ["casework.prosecutor_consent", "casework.social_conduct_report"];

/** Schemas whose every table of facts may be reduced. */
const reducedSchemas = ["immigration", "criminal_records"];

/** SQL that has the tables of facts of a schema, as far as an assessment may rest on them, end versions. */
export function endVersionsOf(schema: string): string {
  const tables = reducible.filter((each) => each.startsWith(`${schema}.`)).map((each) => `'${each}'::regclass`);
  const isEvery = reducedSchemas.includes(schema);
  if (!isEvery && tables.length === 0) return "";
  const condition = isEvery ? "TRUE" : `attrelid IN (${tables.join(", ")})`;
  return `
    DO $$ DECLARE t regclass; BEGIN
      FOR t IN SELECT attrelid::regclass FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = '${schema}'::regnamespace AND relkind = 'r' AND attname = 'tag' AND ${condition} LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER end_version AFTER UPDATE ON %s FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION directory.end_version()', t);
        EXECUTE format('CREATE OR REPLACE TRIGGER end_gone AFTER DELETE ON %s FOR EACH ROW EXECUTE FUNCTION directory.end_version()', t);
      END LOOP;
    END $$;`;
}
