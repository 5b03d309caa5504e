import { IncidentsDocument } from "../../operations/data-protection/order.ts";
import { useSay } from "../Language.ts";
import { AccessLines } from "./AccessLines.tsx";
import { PeriodQuestion } from "./PeriodQuestion.tsx";
import { useQuestion } from "./useQuestion.ts";

/** Accesses of a period in which the gateway held back what a subgraph should have: faults of the program, by field. */
export function Incidents() {
  const say = useSay();
  const asking = useQuestion(IncidentsDocument);
  const records = (asking.answer?.data.accessRecords?.edges ?? []).flatMap(({ node }) => node ?? []);
  const fields = new Map(records.map(({ id, incidents }) => [id, incidents?.join(", ")]));
  return (
    <PeriodQuestion
      id="incidents"
      title={say("Vorfälle", "Incidents")}
      ask={say("Vorfälle zeigen", "Show the incidents")}
      days={[say("Vorgefallen vom", "Happened from"), say("Vorgefallen bis", "Happened to")]}
      asking={asking}
    >
      <p class="kern-body">
        {say(
          "Ein Vorfall ist ein Feld, das ein Teilsystem geliefert hat, obwohl es das hätte zurückhalten müssen. Das Gateway hat es zurückgehalten: Offengelegt wurde nichts. Es ist ein Fehler des Programms, nicht der abrufenden Stelle.",
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
    </PeriodQuestion>
  );
}
