import { useState } from "preact/hooks";
import { DetectorsDocument, type DetectorsQuery } from "../../operations/data-protection/order.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { type Say, useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { AccessLines } from "./AccessLines.tsx";
import { dayBounds } from "./dayBounds.ts";

/** Days that one question spans at most, as the contract says. */
const daysMax = 31;

type Detector = NonNullable<DetectorsQuery["accessDetectors"]>[number];

/** What the detectors find in a period, each with its base rate. */
export function Detectors() {
  const say = useSay();
  const { statement } = useDesk();
  const [first, setFirst] = useDraft("detectors-first", "");
  const [last, setLast] = useDraft("detectors-last", "");
  const [checked, setChecked] = useState(false);
  const [asked, setAsked] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const asking = useAnswer(DetectorsDocument, asked);
  const wrong = periodError(first, last, say);
  return (
    <section aria-labelledby="detectors">
      <h2 class="kern-title" id="detectors">
        {say("Prüfregeln", "Detectors")}
      </h2>
      <p class="kern-body">
        {say(
          "Ein Treffer ist eine Frage, kein Vorwurf. Beschäftigte werden nicht gereiht (§ 76 Abs. 3 BDSG).",
          "A finding is a question, not a reproach. Employees are not ranked (§ 76 (3) BDSG).",
        )}
      </p>
      <form
        class="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          const { from, to } = dayBounds(first, last);
          if (wrong !== null || from === null || to === null || statement.reason.trim() === "") return;
          if (asked?.from === from && asked.to === to) asking.again();
          setAsked({ from, to });
        }}
      >
        <TextField day label={say("Prüfen vom", "Examine from")} value={first} onInput={setFirst} />
        <TextField
          day
          label={say("Prüfen bis", "Examine to")}
          value={last}
          onInput={setLast}
          error={checked ? wrong : null}
        />
        <div class="actions">
          <Action>{say("Prüfregeln anwenden", "Apply the detectors")}</Action>
        </div>
      </form>
      {checked && statement.reason.trim() === "" && (
        <p class="kern-body" role="alert">
          {say("Geben Sie oben eine Begründung an.", "State a reason above.")}
        </p>
      )}
      <div aria-live="polite" aria-busy={asking.waiting}>
        {asking.waiting && <p class="kern-body">{say("Es wird geprüft …", "Examining …")}</p>}
        {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
        {(asking.answer?.data.accessDetectors ?? []).map((detector) => (
          <Found key={detector.id} detector={detector} />
        ))}
      </div>
    </section>
  );
}

function Found({ detector }: { readonly detector: Detector }) {
  const say = useSay();
  const { id, sentence, norms, basis, judged, found, findings } = detector;
  const records = findings ?? [];
  return (
    <section class="stack" aria-labelledby={id}>
      <h3 class="kern-title kern-title--small" id={id}>
        {id}: {baseRate(found ?? 0, judged ?? 0, say)}
      </h3>
      <p class="kern-body" lang="en">
        {sentence} ({norms?.join("; ")}) {basis}
      </p>
      {records.length > 0 && (
        <AccessLines
          caption={say(
            `${id}: die neuesten ${records.length} von ${found} Treffern`,
            `${id}: the latest ${records.length} of ${found} findings`,
          )}
          records={records}
        />
      )}
    </section>
  );
}

function baseRate(found: number, judged: number, say: Say): string {
  if (judged === 0) return say("nichts zu beurteilen", "nothing to judge");
  const percent = new Intl.NumberFormat(say("de-DE", "en-GB"), { style: "percent", maximumFractionDigits: 1 });
  const share = percent.format(found / judged);
  return say(`${found} von ${judged} Zugriffen (${share})`, `${found} of ${judged} accesses (${share})`);
}

function periodError(first: string, last: string, say: Say): string | null {
  if (first === "" || last === "") return say("Wählen Sie zwei Tage.", "Choose two days.");
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  if (days < 1) return say("Wählen Sie einen Tag nach dem ersten.", "Choose a day after the first.");
  // A change of the clocks within the period may make it an hour longer than its days.
  if (days >= daysMax) return say(`Wählen Sie höchstens ${daysMax - 1} Tage.`, `Choose at most ${daysMax - 1} days.`);
  return null;
}
