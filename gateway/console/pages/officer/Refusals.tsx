import { RefusalsDocument } from "../../operations/data-protection.ts";
import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { instant } from "../parts/instant.ts";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { AccessLines } from "./AccessLines.tsx";
import { dayBounds } from "./dayBounds.ts";
import { Question } from "./Question.tsx";
import { useQuestion } from "./useQuestion.ts";

/** Requests of a period that were refused, and senders who could not be identified. */
export function Refusals() {
  const say = useSay();
  const [first, setFirst] = useDraft("refusals-first", "");
  const [last, setLast] = useDraft("refusals-last", "");
  const asking = useQuestion(RefusalsDocument);
  const wrong =
    first === "" || last === ""
      ? say("Wählen Sie zwei Tage.", "Choose two days.")
      : last < first
        ? say("Wählen Sie einen Tag nach dem ersten.", "Choose a day after the first.")
        : null;
  const records = (asking.answer?.data.accessRecords?.edges ?? []).flatMap(({ node }) => node ?? []);
  const codes = new Map(records.map(({ id, refusalCode }) => [id, refusalCode]));
  const failed = (asking.answer?.data.failedIdentifications?.edges ?? []).flatMap(({ node }) => node ?? []);
  return (
    <Question
      id="refusals"
      title={say("Ablehnungen", "Refusals")}
      ask={say("Ablehnungen zeigen", "Show the refusals")}
      complete={wrong === null}
      onAsk={() => {
        const { from, to } = dayBounds(first, last);
        if (from !== null && to !== null) asking.ask({ from, to });
      }}
      asking={asking}
      fields={(tried) => (
        <>
          <TextField day label={say("Abgelehnt vom", "Refused from")} value={first} onInput={setFirst} />
          <TextField
            day
            label={say("Abgelehnt bis", "Refused to")}
            value={last}
            onInput={setLast}
            error={tried ? wrong : null}
          />
        </>
      )}
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
    </Question>
  );
}
