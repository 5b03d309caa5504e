import { type SimulatedEffect, SimulationDocument } from "../../operations/data-protection/rules.ts";
import { type Say, useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { useNames } from "../useNames.ts";
import { Question } from "./Question.tsx";
import { useQuestion } from "./useQuestion.ts";

/** What a draft would have made of the accesses on record. */
export function PolicySimulation() {
  const say = useSay();
  const names = useNames();
  const [draft, setDraft] = useDraft("simulation-draft", "");
  const [since, setSince] = useDraft("simulation-since", "");
  const asking = useQuestion(SimulationDocument);
  const missing = draft.trim() === "";
  const simulation = asking.answer?.data.simulatePolicy;
  const changes = simulation?.changes ?? [];
  return (
    <Question
      id="simulation"
      title={say("Probelauf eines Entwurfs", "Trial of a draft")}
      ask={say("Probelauf", "Try the draft")}
      complete={!missing && since !== ""}
      onAsk={() => asking.ask({ draft: draft.trim(), since })}
      asking={asking}
      fields={(tried) => (
        <>
          <TextField
            label={say("Fassung des Entwurfs", "Version of the draft")}
            hint={say("wie npm run policy -- draft sie nennt", "as npm run policy -- draft tells it")}
            value={draft}
            maxLength={16}
            onInput={setDraft}
            error={tried && missing ? say("Nennen Sie einen Entwurf.", "Name a draft.") : null}
          />
          <TextField
            day
            label={say("Zugriffe seit", "Accesses since")}
            value={since}
            onInput={setSince}
            error={tried && since === "" ? say("Wählen Sie einen Tag.", "Choose a day.") : null}
          />
        </>
      )}
    >
      {simulation && (
        <p class="kern-body">
          {say(
            `${simulation.changed} von ${simulation.replayed} Zugriffen wären anders beantwortet worden.`,
            `${simulation.changed} of ${simulation.replayed} accesses would have been answered otherwise.`,
          )}
        </p>
      )}
      {changes.length > 0 && (
        <DataTable
          caption={say("Was anders beantwortet worden wäre", "What would have been answered otherwise")}
          headers={[
            say("Wer, wofür", "Who, what for"),
            say("Feld", "Field"),
            say("Wirkung", "Effect"),
            say("Zugriffe", "Accesses"),
            say("Beschäftigte", "Staff"),
            say("Betroffene", "Data subjects"),
          ]}
          rows={changes.map(({ office, role, purpose, coordinate, effect, accesses, staff, persons }) => ({
            key: [office, role, purpose, coordinate, effect].join(" "),
            cells: [
              `${names.office(office)} · ${names.role(role)}: ${names.purpose(purpose)}`,
              coordinate,
              effectText(effect, say),
              accesses,
              staff,
              persons,
            ],
          }))}
        />
      )}
    </Question>
  );
}

function effectText(effect: SimulatedEffect | null, say: Say): string {
  switch (effect) {
    case "REFUSED":
      return say("die ganze Abfrage wäre abgelehnt worden", "the whole request would have been refused");
    case "WITHHELD":
      return say("wäre zurückgehalten worden", "would have been withheld");
    case "DEPENDS":
      return say("wäre nur bei manchen Datensätzen gezeigt worden", "would have been shown on some records only");
    case "SEEN":
      return say("wäre gezeigt worden", "would have been shown");
    default:
      return "";
  }
}
