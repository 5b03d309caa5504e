import { useState } from "preact/hooks";
import {
  type AccessLineFragment,
  ReviewDocument,
  type ReviewVerdict,
} from "../../operations/data-protection/sample.ts";
import { useDoing } from "../api/useDoing.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";
import { instant } from "../parts/instant.ts";
import { Options } from "../parts/Options.tsx";
import { reasonError } from "../parts/reasonError.ts";
import { TextArea } from "../parts/TextArea.tsx";
import { useDraft } from "../session/useDraft.ts";
import { verdicts } from "./verdicts.ts";

interface ReviewFormProps {
  readonly week: string;
  readonly record: AccessLineFragment;
  readonly onDone: () => void;
}

/** The verdict on one access of a sample. */
export function ReviewForm({ week, record, onDone }: ReviewFormProps) {
  const say = useSay();
  const [verdict, setVerdict] = useDraft(`review-verdict-${record.id}`, "");
  const [reason, setReason] = useDraft(`review-reason-${record.id}`, "");
  const [checked, setChecked] = useState(false);
  const doing = useDoing(ReviewDocument, onDone);
  const wrong = reasonError(reason, say);
  return (
    <form
      class="stack"
      noValidate
      aria-label={say("Vermerk", "Verdict")}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (verdict === "" || wrong !== null) return;
        doing.run({ input: { week, record: record.id, verdict: verdict as ReviewVerdict, reason: reason.trim() } });
      }}
    >
      <h3 class="kern-title kern-title--small">
        {say("Vermerk zum Zugriff vom", "Verdict on the access of")} {instant(record.at)}
      </h3>
      <Options
        legend={say("Ergebnis", "Result")}
        value={verdict}
        onChange={setVerdict}
        options={Object.entries(verdicts).map(([each, words]) => [each, say(...words)] as const)}
        error={checked && verdict === "" ? say("Wählen Sie ein Ergebnis.", "Choose a result.") : null}
      />
      <TextArea
        label={say("Begründung des Vermerks (ohne Namen)", "Reason of the verdict (without names)")}
        value={reason}
        onInput={setReason}
        error={checked ? wrong : null}
      />
      <Action disabled={doing.waiting}>{say("Vermerk festhalten", "Record the verdict")}</Action>
      {doing.refusal !== null && <Failure refusal={doing.refusal} retry={doing.again} />}
    </form>
  );
}
