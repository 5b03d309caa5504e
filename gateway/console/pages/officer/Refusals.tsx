import { RefusalsDocument } from "../../operations/data-protection/order.ts";
import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { instant } from "../parts/instant.ts";
import { AccessLines } from "./AccessLines.tsx";
import { PeriodQuestion } from "./PeriodQuestion.tsx";
import { useQuestion } from "./useQuestion.ts";

/** Requests of a period that were refused, and senders who could not be identified. */
export function Refusals() {
  const say = useSay();
  const asking = useQuestion(RefusalsDocument);
  const records = (asking.answer?.data.accessRecords?.edges ?? []).flatMap(({ node }) => node ?? []);
  const codes = new Map(records.map(({ id, refusalCode }) => [id, refusalCode]));
  const failed = (asking.answer?.data.failedIdentifications?.edges ?? []).flatMap(({ node }) => node ?? []);
  return (
    <PeriodQuestion
      id="refusals"
      title={say("Ablehnungen", "Refusals")}
      ask={say("Ablehnungen zeigen", "Show the refusals")}
      days={[say("Abgelehnt vom", "Refused from"), say("Abgelehnt bis", "Refused to")]}
      asking={asking}
    >
      {asking.answer && records.length === 0 && (
        <p class="kern-body">{say("Es wurde nichts abgelehnt.", "Nothing was refused.")}</p>
      )}
      {records.length > 0 && (
        <AccessLines
          caption={say("Die neuesten abgelehnten Abfragen", "The latest refused requests")}
          records={records}
          beside={{ header: say("Grund", "Reason of refusal"), cell: ({ id }) => codes.get(id) }}
        />
      )}
      {failed.length > 0 && (
        <DataTable
          caption={say("Die neuesten fehlgeschlagenen Anmeldungen", "The latest failed identifications")}
          headers={[say("Zeit", "Time"), say("Grund", "Reason of refusal"), say("Anfragen", "Requests")]}
          rows={failed.map(({ id, at, code, count }) => ({ key: id, cells: [instant(at), code, count] }))}
        />
      )}
    </PeriodQuestion>
  );
}
