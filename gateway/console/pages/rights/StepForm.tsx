import { useState } from "preact/hooks";
import { AdvanceSubjectRequestDocument, type SubjectRequestStep } from "../../operations/abh-rights-clerk/requests.ts";
import { useDoing } from "../api/useDoing.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Failure } from "../parts/Failure.tsx";
import { reasonError } from "../parts/reasonError.ts";
import { TextArea } from "../parts/TextArea.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { words } from "./words.ts";

interface StepFormProps {
  readonly id: string;
  /** What can follow, at least one. */
  readonly steps: readonly SubjectRequestStep[];
  readonly onDone: () => void;
}

/** Takes the next step of a request, with a note of what was done. */
export function StepForm({ id, steps, onDone }: StepFormProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<SubjectRequestStep | null>(null);
  const [note, setNote] = useDraft<string>(`step-note-${id}`, "");
  const [office, setOffice] = useDraft<string>(`step-office-${id}`, "");
  const [tried, setTried] = useState(false);
  const step = steps.find((each) => each === chosen) ?? steps[0];
  const doing = useDoing(AdvanceSubjectRequestDocument, () => {
    setNote("");
    setTried(false);
    onDone();
  });
  if (step === undefined) return null;
  const wrongNote = reasonError(note, say);
  const wrongOffice =
    step === "FORWARD" && office.trim() === ""
      ? say("Geben Sie die Kennung der Stelle an.", "Name the id of the office.")
      : null;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wrongNote !== null || wrongOffice !== null) return;
        doing.run({ input: { id, step, note, ...(step === "FORWARD" ? { forwardTo: office.trim() } : {}) } });
      }}
    >
      <Choice
        label={say("Nächster Schritt", "Next step")}
        value={step}
        onChange={(next) => setChosen(next as SubjectRequestStep)}
        options={steps.map((each) => [each, say(...words.steps[each])])}
      />
      {step === "FORWARD" && (
        <TextField
          label={say("Stelle, bei der die Daten geführt werden", "Office that owns the data")}
          hint={say("Kennung, zum Beispiel STA_R2700S", "Id, for example STA_R2700S")}
          value={office}
          onInput={setOffice}
          error={tried ? wrongOffice : null}
        />
      )}
      <TextArea label={say("Vermerk", "Note")} value={note} onInput={setNote} error={tried ? wrongNote : null} />
      <Action disabled={doing.waiting}>{say("Schritt festhalten", "Record the step")}</Action>
      {doing.refusal !== null && <Failure refusal={doing.refusal} retry={doing.again} />}
    </form>
  );
}
