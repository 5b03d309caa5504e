/**
 * A door: a function of the database by which the owner of tables gives rows to the enclave, and gets nothing back. It runs with the
 * owner's rights; the enclave's role may call it and read no table behind it.
 */
export interface EnclaveDoor {
  readonly name: string;
  /** Parameters in SQL; every door takes `asked date`, the date of the question, first. */
  readonly takes?: string;
  /** Columns of its rows in SQL. None is a reference or a name: what holds rows together are pseudonyms. */
  readonly gives: string;
  /** The statement that makes the rows. */
  readonly query: string;
}

/**
 * The pseudonyms of the enclave: SHA-256, twice, under a key of its own that no role but the owner of the database may read. They lead to
 * no record of the evaluation, whose pseudonyms are made under another key. Deleting the key's row cuts the next reading off all before.
 */
export const enclavePseudonyms = `
  CREATE TABLE IF NOT EXISTS migrations.enclave_key (singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), key bytea NOT NULL);
  INSERT INTO migrations.enclave_key (key) VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    ON CONFLICT DO NOTHING;
  CREATE OR REPLACE FUNCTION migrations.enclave_pseudonym(subject text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(key || sha256(key || convert_to(subject, 'UTF8'))), 'hex') FROM migrations.enclave_key
  $$;`;

/** SQL that leaves the enclave's role nothing but the right to look for doors in its schema. */
export function closeEnclave(schema: string, role: string): string {
  return `
    REVOKE ALL ON ALL TABLES IN SCHEMA directory, ${schema} FROM ${role};
    REVOKE ALL ON SCHEMA directory FROM ${role};`;
}

/** SQL that opens a door to the enclave's role, and to no other. */
export function openDoor(schema: string, role: string, { name, takes, gives, query }: EnclaveDoor): string {
  const parameters = takes === undefined ? "asked date" : `asked date, ${takes}`;
  return `
    DROP FUNCTION IF EXISTS ${schema}.${name};
    CREATE FUNCTION ${schema}.${name}(${parameters}) RETURNS TABLE (${gives})
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $door$${query}$door$;
    REVOKE ALL ON FUNCTION ${schema}.${name} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${schema}.${name} TO ${role};`;
}

/** SQL: whether the person is under no large transfer block on the date asked (§ 4 AZRG): who is, does not exist for the enclave. */
export function isNotHidden(personRef: string): string {
  return `NOT EXISTS (SELECT FROM directory.person_fact AS f WHERE f.person_ref = ${personRef} AND f.kind = 'LARGE_TRANSFER_BLOCK'
    AND f.since <= asked AND (f.until IS NULL OR f.until >= asked))`;
}
