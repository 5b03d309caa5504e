import { sql } from "drizzle-orm";
import type { Database } from "../../../subgraphs/shell/openStore.ts";

/**
 * Fills an empty index with access records as a year might leave them, by SQL alone: 500 caseworkers of 20 offices, 200 decisions,
 * three data subjects an operation out of 20,000 persons, one refusal in fifty. Every instant is another one. The same number gives the same rows.
 */
export async function manyRecords(database: Database, from: number, to: number): Promise<void> {
  if (from === 0) {
    await database.execute(sql`INSERT INTO audit.decision
      SELECT 'd' || n, 'p1', ARRAY(SELECT 'Person.field' || f FROM generate_series(n % 20, n % 20 + 20) f) || CASE n WHEN 7 THEN ARRAY['Person.rare'] ELSE '{}' END,
        '[]', '[]', CASE WHEN n % 40 = 3 THEN ARRAY['CaseFilter.state'] ELSE '{}' END, '{}' FROM generate_series(0, 199) n`);
    await database.execute(sql`INSERT INTO audit.key_row
      SELECT 'p' || n, 'person', 'P-' || n, 'gateway-1/access-2026', 'keys-000001.jsonl' FROM generate_series(0, 19999) n`);
    await database.execute(sql`INSERT INTO audit.key_row
      SELECT 'c' || n, 'case', 'FM-' || n, 'gateway-1/access-2026', 'keys-000001.jsonl' FROM generate_series(0, 19999) n`);
  }
  await database.execute(sql`INSERT INTO audit.operation (id, at, recorded_at, question_date, outcome, refusal_code, count, asked_case_tokens, kinds, actor,
      responsible_person, office, role, purpose, case_token, policy_version, decision_id, withheld, shard, file, line, leaf)
    SELECT 'o' || n, t, t, '2026-06-15', CASE WHEN n % 50 = 0 THEN 'REFUSED' ELSE 'ANSWERED' END,
      CASE WHEN n % 5000 = 0 THEN 'CEILING_REACHED' WHEN n % 50 = 0 THEN 'PURPOSE_NOT_PERMITTED' END, 1, CASE n % 7 WHEN 0 THEN ARRAY['c' || n * 7 % 20000] ELSE '{}' END, '{QUERY,DISCLOSE}',
      'staff-' || n * 7919 % 500, 'staff-' || n * 7919 % 500, 'OFFICE_' || n * 7919 % 20, 'CASEWORKER', 'PURPOSE_' || n % 9,
      'c' || n * 104729 % 20000, 'p1', 'd' || n * 31 % 200, '{}', 'gateway-1/access-2026', 'journal-000001.jsonl', n % 100000, n
    FROM (SELECT n, timestamptz '2026-01-01' + n * interval '1 second' AS t FROM generate_series(${from}::bigint, ${to - 1}::bigint) n) each`);
  await database.execute(sql`INSERT INTO audit.subject (operation_id, place, token, positions, withheld, facts)
    SELECT 'o' || n, s, 'p' || (n * 15485863 + s * 7) % 20000, ARRAY(SELECT generate_series(0, 20)), '{}', '[]'
    FROM generate_series(${from}::bigint, ${to - 1}::bigint) n, generate_series(0, 2) s`);
}
