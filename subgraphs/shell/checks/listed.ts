import { type AnyColumn, sql } from "drizzle-orm";
import { check } from "drizzle-orm/pg-core";
import { codeLists } from "../../../schema/codeLists.ts";

/**
 * A code is one of its official list, or null. The constraint bears the name of the field.
 *
 * @param list id in `schema/reference/codelists.json`
 * @throws Error where there is no such list
 */
export function listed(name: string, column: AnyColumn, list: string) {
  const codes = codeLists.get(list);
  if (codes === undefined) throw new Error(`There is no code list ${list}.`);
  const quoted = [...codes.keys()].map((code) => `'${code.replaceAll("'", "''")}'`);
  return check(name, sql`${column} IN (${sql.raw(quoted.join(", "))})`);
}
