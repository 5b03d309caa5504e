import { readFileSync } from "node:fs";
import { z } from "zod";

/** A member of staff who is a data subject as well. */
const entry = z.strictObject({ staff: z.string(), office: z.string(), personRef: z.string() });

export type StaffEntry = z.infer<typeof entry>;

/**
 * Members of staff who are data subjects themselves, by the file that `SICHTFELD_STAFF_REGISTER` names: JSON, a list of `{staff, office, personRef}`. Personnel
 * offices alone could give it; without it, nobody. Read anew each time.
 *
 * @throws Error where the file that is named cannot be read or is no such list
 */
export function staffRegister(): readonly StaffEntry[] {
  const file = process.env.SICHTFELD_STAFF_REGISTER;
  return file === undefined ? [] : z.array(entry).parse(JSON.parse(readFileSync(file, "utf8")));
}
