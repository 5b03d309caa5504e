import { IncidentsDocument } from "../../operations/data-protection.ts";
import { useSay } from "../Language.ts";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { AccessLines } from "./AccessLines.tsx";
import { dayBounds } from "./dayBounds.ts";
import { Question } from "./Question.tsx";
import { useQuestion } from "./useQuestion.ts";

/** Accesses of a period in which the gateway held back what a subgraph should have: faults of the program, by field. */
export function Incidents() {
  const say = useSay();
  const [first, setFirst] = useDraft("incidents-first", "");
  const [last, setLast] = useDraft("incidents-last", "");
  const asking = useQuestion(IncidentsDocument);
  const wrong =
    first === "" || last === ""
      ? say("Wählen Sie zwei Tage.", "Choose two days.")
      : last < first
        ? say("Wählen Sie einen Tag nach dem ersten.", "Choose a day after the first.")
        : null;
  const records = (asking.answer?.data.accessRecords?.edges ?? []).flatMap(({ node }) => node ?? []);
  const fields = new Map(records.map(({ id, incidents }) => [id, incidents?.join(", ")]));
  return (
    <Question
      id="incidents"
      title={say("Vorfälle", "Incidents")}
      ask={say("Vorfälle zeigen", "Show the incidents")}
      complete={wrong === null}
      onAsk={() => {
        const { from, to } = dayBounds(first, last);
        if (from !== null && to !== null) asking.ask({ from, to });
      }}
      asking={asking}
      fields={(tried) => (
        <>
          <TextField day label={say("Vorgefallen vom", "Happened from")} value={first} onInput={setFirst} />
          <TextField
            day
            label={say("Vorgefallen bis", "Happened to")}
            value={last}
            onInput={setLast}
            error={tried ? wrong : null}
          />
        </>
      )}
    >
      <p class="kern-body">
        {say(
          "Ein Vorfall ist ein Feld, das eine Fachseite geliefert hat, obwohl sie es hätte zurückhalten müssen. Das Gateway hat es zurückgehalten: Offengelegt wurde nichts. Es ist ein Fehler des Programms, nicht der abrufenden Stelle.",
          "An incident is a field that a subgraph gave and should have held back. The gateway held it back: nothing was disclosed. It is a fault of the program, not of the office that asked.",
        )}
      </p>
      {asking.answer && records.length === 0 && (
        <p class="kern-body">{say("Es gab keinen Vorfall.", "There was no incident.")}</p>
      )}
      {records.length > 0 && (
        <AccessLines
          caption={say("Die neuesten Abfragen mit einem Vorfall", "The latest requests with an incident")}
          records={records}
          beside={{
            header: say("Vom Gateway zurückgehalten", "Held back by the gateway"),
            cell: ({ id }) => fields.get(id),
          }}
        />
      )}
    </Question>
  );
}
