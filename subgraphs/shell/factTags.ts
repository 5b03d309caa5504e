/** Columns that change while a version of a fact stays the same: its term, and whether it may be processed. */
const beside = "{tag,tag_key,delete_by,restricted,last_changed_at}";

/**
 * SQL that makes the tag of a fact's version: HMAC-SHA-256 (RFC 2104), its first 16 bytes as base64url, over the row as PostgreSQL writes it
 * in jsonb, under a key that is drawn for this version alone. PostgreSQL has SHA-256 and no HMAC without an extension; a key of 32 bytes is
 * padded by four XORs. Instants are written in UTC.
 */
export const factTagFunctions = `
  CREATE OR REPLACE FUNCTION directory.fact_tag(key bytea, fact jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    hex text := encode(key, 'hex');
    a bigint := ('x' || substr(hex, 1, 16))::bit(64)::bigint;
    b bigint := ('x' || substr(hex, 17, 16))::bit(64)::bigint;
    c bigint := ('x' || substr(hex, 33, 16))::bit(64)::bigint;
    d bigint := ('x' || substr(hex, 49, 16))::bit(64)::bigint;
    inner_pad CONSTANT bigint := x'3636363636363636'::bigint;
    outer_pad CONSTANT bigint := x'5c5c5c5c5c5c5c5c'::bigint;
    content bytea := convert_to((fact - '${beside}'::text[])::text, 'UTF8');
  BEGIN
    RETURN translate(rtrim(encode(substring(sha256(
      int8send(a # outer_pad) || int8send(b # outer_pad) || int8send(c # outer_pad) || int8send(d # outer_pad) || decode(repeat('5c', 32), 'hex') ||
      sha256(
        int8send(a # inner_pad) || int8send(b # inner_pad) || int8send(c # inner_pad) || int8send(d # inner_pad) || decode(repeat('36', 32), 'hex') ||
        content)
      ) for 16), 'base64'), '='), '+/', '-_');
  END $$;
  CREATE OR REPLACE FUNCTION directory.tag_fact() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
  BEGIN
    IF TG_OP = 'INSERT' OR NEW.version <> OLD.version THEN
      NEW.tag_key := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
      NEW.tag := directory.fact_tag(NEW.tag_key, to_jsonb(NEW));
    END IF;
    RETURN NEW;
  END $$;`;

/**
 * SQL that has every table of facts of a schema tag what is stored in it, whichever way it comes. The key is a column that no program reads:
 * it goes with the row, and with a new version of it.
 */
export function tagFactsOf(schema: string): string {
  return `
    DO $$ DECLARE t regclass; BEGIN
      FOR t IN SELECT attrelid::regclass FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = '${schema}'::regnamespace AND relkind = 'r' AND attname = 'tag' LOOP
        EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS tag_key bytea', t);
        EXECUTE format('CREATE OR REPLACE TRIGGER tag_fact BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION directory.tag_fact()', t);
      END LOOP;
    END $$;`;
}
