import { ImportError } from "../ImportError.ts";
import type { Profile } from "../profiles/Profile.ts";
import type { Fault } from "./Fault.ts";
import type { SourceItem } from "./Item.ts";
import { neededColumns } from "./neededColumns.ts";

/**
 * Rows of a table as items. The first row is the head; a row that has not as many values as it is at fault.
 *
 * @param file name for the report
 * @throws ImportError where the head lacks a column of the profile, or has one twice
 */
export async function* tableItems(
  rows: AsyncIterable<readonly string[]>,
  profile: Profile,
  file: string,
): AsyncGenerator<SourceItem> {
  let head: readonly string[] | null = null;
  let row = 0;
  for await (const values of rows) {
    row += 1;
    if (head === null) {
      head = values.map((name) => name.trim());
      checkHead(head, profile, file);
      continue;
    }
    const place = { file, row };
    const differs = values.length !== head.length;
    const fault: Fault | null = differs ? { column: null, valueClass: null, reason: "COLUMNS_DIFFER" } : null;
    const raw = differs ? null : [Object.fromEntries(head.map((name, index) => [name, values[index] ?? ""]))];
    yield { place, raw, fault };
  }
  if (head === null) throw new ImportError(`${file} is empty.`);
}

function checkHead(head: readonly string[], profile: Profile, file: string): void {
  const missing = neededColumns(profile).filter((name) => !head.includes(name));
  if (missing.length > 0) {
    throw new ImportError(
      `${file} is no file for the profile ${profile.name}: it lacks the columns ${missing.join(", ")}. Nothing of it was taken.`,
    );
  }
  const twice = head.find((name, index) => head.indexOf(name) !== index);
  if (twice !== undefined) throw new ImportError(`${file} has the column ${twice} twice. Nothing of it was taken.`);
}
