import type { ImportResult } from "./ImportResult.ts";

/** What came of an import, for a person to read. */
export function describeResult(result: ImportResult, isTrial: boolean): string {
  const { counts, faults, passedOver } = result;
  const facts = isTrial
    ? `${counts.accepted} facts could be sent; nothing was`
    : `${counts.accepted} facts accepted, ${counts.changed} changed, ${counts.unchanged} unchanged`;
  const before = passedOver === 0 ? "" : ` (${passedOver} of them by the run before)`;
  const notTaken = Object.values(counts.notTaken).reduce((sum, each) => sum + each, 0);
  const lines = faults.map(({ file, row, column, valueClass, wrong, remedy }) => {
    const place = [`${file}, row ${row}`, ...(column === null ? [] : [column])].join(", ");
    return `  ${place}${valueClass === null ? "" : ` (${valueClass})`}: ${wrong} ${remedy}`;
  });
  const more = notTaken > faults.length ? [`  and ${notTaken - faults.length} more.`] : [];
  return [`${counts.items} rows or messages${before}: ${facts}, ${notTaken} not taken.`, ...lines, ...more, ""].join(
    "\n",
  );
}
