import type { ComponentChildren } from "preact";
import type { AccessLineFragment } from "../../operations/data-protection/order.ts";
import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { instant } from "../parts/instant.ts";
import { useNames } from "../useNames.ts";

interface AccessLinesProps {
  readonly caption: string;
  readonly records: readonly AccessLineFragment[];
  /** What stands beside an access, under its header. */
  readonly beside?: { readonly header: string; readonly cell: (record: AccessLineFragment) => ComponentChildren };
}

/** Accesses in a table, each a way to all that is on record of it. */
export function AccessLines({ caption, records, beside }: AccessLinesProps) {
  const say = useSay();
  const names = useNames();
  return (
    <DataTable
      caption={caption}
      headers={[
        say("Zeit", "Time"),
        say("Stelle", "Office"),
        say("Handelnde Person", "Person acting"),
        say("Zweck", "Purpose"),
        say("Fall", "Case"),
        say("Begründung", "Reason"),
        ...(beside === undefined ? [] : [beside.header]),
      ]}
      rows={records.map((record) => ({
        key: record.id,
        cells: [
          <a key="at" class="kern-link" href={`/protokoll/${record.id}`}>
            {instant(record.at)}
          </a>,
          record.office?.name ?? "",
          record.actor ?? "",
          names.purpose(record.purpose),
          record.caseRef ?? "",
          record.reason ?? "",
          ...(beside === undefined ? [] : [beside.cell(record)]),
        ],
      }))}
    />
  );
}
