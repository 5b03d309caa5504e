import { useState } from "preact/hooks";
import { type Band, OwnEstimateDocument } from "../../operations/rrk-muenster-caseworker/assessment.ts";
import { useDoing } from "../api/useDoing.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Failure } from "../parts/Failure.tsx";
import { reasonError } from "../parts/reasonError.ts";
import { TextArea } from "../parts/TextArea.tsx";
import { useDraft } from "../session/useDraft.ts";
import { texts, wordsFor } from "./texts.ts";

/** A case that was drawn for an own estimate: the person's comes before the score opens. */
export function OwnEstimateForm({ caseRef, onDone }: { readonly caseRef: string; readonly onDone: () => void }) {
  const say = useSay();
  const [band, setBand] = useDraft(`estimate-band-${caseRef}`, "");
  const [reason, setReason] = useDraft(`estimate-reason-${caseRef}`, "");
  const [checked, setChecked] = useState(false);
  const doing = useDoing(OwnEstimateDocument, onDone);
  const wrong = reasonError(reason, say);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (band !== "" && wrong === null) doing.run({ input: { caseRef, band: band as Band, reason: reason.trim() } });
      }}
    >
      <p class="kern-body">
        {say(
          "Dieser Fall wurde für eine eigene Einschätzung gezogen. Halten Sie Ihre fest; danach öffnet sich die Bewertung.",
          "This case was drawn for an own estimate. Record yours; then the assessment opens.",
        )}
      </p>
      <Choice
        label={say("Ihre Einschätzung", "Your estimate")}
        value={band}
        onChange={setBand}
        error={checked && band === "" ? say("Wählen Sie ein Band.", "Choose a band.") : null}
        options={[
          ["", say("bitte wählen", "please choose")],
          ...Object.keys(texts.bands).map((each) => [each, wordsFor(texts.bands, each, say)] as const),
        ]}
      />
      <TextArea
        label={say("Begründung der Einschätzung", "Reason of the estimate")}
        value={reason}
        onInput={setReason}
        error={checked ? wrong : null}
      />
      <Action disabled={doing.waiting}>{say("Einschätzung festhalten", "Record the estimate")}</Action>
      {doing.refusal !== null && <Failure refusal={doing.refusal} retry={doing.again} />}
    </form>
  );
}
