import { ReceiveSubjectRequestDocument, type SubjectRequestKind } from "../../operations/abh-rights-clerk/requests.ts";
import { useDoing } from "../api/useDoing.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Failure } from "../parts/Failure.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { words } from "./words.ts";

/** Takes down a request that came in. */
export function ReceiveForm({ personRef, onDone }: { readonly personRef: string; readonly onDone: () => void }) {
  const say = useSay();
  const [kind, setKind] = useDraft<SubjectRequestKind>(`receive-kind-${personRef}`, "ACCESS");
  const [receivedOn, setReceivedOn] = useDraft<string>(`receive-day-${personRef}`, "");
  const [tried, setTried] = useDraft<boolean>(`receive-tried-${personRef}`, false);
  const doing = useDoing(ReceiveSubjectRequestDocument, () => {
    setReceivedOn("");
    setTried(false);
    onDone();
  });
  const missing = receivedOn === "" ? say("Geben Sie den Tag des Eingangs an.", "Name the day of receipt.") : null;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing === null) doing.run({ input: { personRef, kind, receivedOn } });
      }}
    >
      <h3 class="kern-heading-small">{say("Antrag aufnehmen", "Take down a request")}</h3>
      <Choice
        label={say("Verlangt wird", "Asked for")}
        value={kind}
        onChange={(next) => setKind(next as SubjectRequestKind)}
        options={Object.entries(words.kinds).map(([each, [german, english]]) => [each, say(german, english)])}
      />
      <TextField
        label={say("Eingegangen am", "Received on")}
        value={receivedOn}
        onInput={setReceivedOn}
        error={tried ? missing : null}
        day
      />
      <Action disabled={doing.waiting}>{say("Aufnehmen", "Take down")}</Action>
      {doing.refusal !== null && <Failure refusal={doing.refusal} retry={doing.again} />}
    </form>
  );
}
