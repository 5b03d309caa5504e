import { useState } from "preact/hooks";
import {
  type CaseAssessmentQuery,
  KeepAssessmentDocument,
} from "../../operations/rrk-muenster-caseworker/assessment.ts";
import { type AdmissionOutcome, DecideDocument } from "../../operations/rrk-muenster-lead/decision.ts";
import { useDoing } from "../api/useDoing.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Options } from "../parts/Options.tsx";
import { reasonError } from "../parts/reasonError.ts";
import { TextArea } from "../parts/TextArea.tsx";
import { contractOf } from "../session/contractOf.ts";
import { useDraft } from "../session/useDraft.ts";
import { CheckForm } from "./CheckForm.tsx";
import { texts, wordsFor } from "./texts.ts";

type Recorded = NonNullable<NonNullable<CaseAssessmentQuery["case"]>["recordedAssessments"]>;

interface DecisionProps {
  readonly caseRef: string;
  readonly state: string | null;
  /** Of the assessment that is shown; null where none is. */
  readonly seal: string | null;
  readonly recorded: Recorded;
  readonly onDone: () => void;
}

/** Keeps the assessment for the file, and decides. Admitting and rejecting take the same steps. */
export function DecisionForm({ caseRef, state, seal, recorded, onDone }: DecisionProps) {
  const say = useSay();
  const { config, session, statement } = useDesk();
  const keeping = useDoing(KeepAssessmentDocument, onDone);
  const latest = recorded.toSorted((a, b) => (b.recordedOn ?? "").localeCompare(a.recordedOn ?? ""))[0];
  const decides = session !== null && contractOf(config, session) === "rrk-muenster-lead";
  const open = state === "CHECKED";
  const examined = statement.purpose === "CASE_ADMISSION";
  return (
    <>
      <h3 class="kern-title kern-title--small">{say("Für die Akte", "For the file")}</h3>
      <p class="kern-body">
        {latest === undefined
          ? say("Noch keine Bewertung festgehalten.", "No assessment is recorded yet.")
          : `${say("Festgehalten am", "Recorded on")} ${latest.recordedOn}: ${wordsFor(texts.bands, latest.assessment?.band, say)}${latest.stale ? ` (${say("veraltet", "stale")})` : ""}`}
      </p>
      {seal !== null && (
        <Action kind="secondary" disabled={keeping.waiting} onClick={() => keeping.run({ input: { caseRef, seal } })}>
          {say("Diese Bewertung festhalten", "Record this assessment")}
        </Action>
      )}
      {keeping.refusal !== null && <Failure refusal={keeping.refusal} retry={keeping.again} />}
      {state === "PROPOSED" && examined && <CheckForm caseRef={caseRef} onDone={onDone} />}
      {decides && open && !examined && (
        <p class="kern-body">
          {say(
            "Um zu entscheiden, wählen Sie oben den Zweck Fallaufnahme.",
            "To decide, choose the purpose of case admission above.",
          )}
        </p>
      )}
      {decides && open && examined && <Decide caseRef={caseRef} seen={latest?.id ?? null} onDone={onDone} />}
    </>
  );
}

function Decide({
  caseRef,
  seen,
  onDone,
}: {
  readonly caseRef: string;
  readonly seen: string | null;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const [outcome, setOutcome] = useDraft(`decision-outcome-${caseRef}`, "");
  const [follows, setFollows] = useDraft(`decision-follows-${caseRef}`, "");
  const [reason, setReason] = useDraft(`decision-reason-${caseRef}`, "");
  const [checked, setChecked] = useState(false);
  const doing = useDoing(DecideDocument, onDone);
  const wrong = reasonError(reason, say);
  const complete = outcome !== "" && (seen === null || follows !== "") && wrong === null;
  const choose = say("Wählen Sie eines.", "Choose one.");
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!complete) return;
        const band = seen === null ? {} : { seenAssessment: seen, followsBand: follows === "yes" };
        doing.run({ input: { caseRef, outcome: outcome as AdmissionOutcome, reason: reason.trim(), ...band } });
      }}
    >
      <h3 class="kern-title kern-title--small">{say("Entscheidung über die Aufnahme", "Decision on admission")}</h3>
      <Options
        legend={say("Entscheidung", "Decision")}
        value={outcome}
        onChange={setOutcome}
        error={checked && outcome === "" ? choose : null}
        options={[
          ["ADMIT", say("aufnehmen", "admit")],
          ["REJECT", say("ablehnen", "reject")],
        ]}
      />
      {seen !== null && (
        <Options
          legend={say("Folgt die Entscheidung dem Band?", "Does the decision follow the band?")}
          value={follows}
          onChange={setFollows}
          error={checked && follows === "" ? choose : null}
          options={[
            ["yes", say("ja", "yes")],
            ["no", say("nein", "no")],
          ]}
        />
      )}
      <TextArea
        label={say("Begründung der Entscheidung", "Reason of the decision")}
        value={reason}
        onInput={setReason}
        error={checked ? wrong : null}
      />
      <Action disabled={doing.waiting}>{say("Entscheidung festhalten", "Record the decision")}</Action>
      {doing.refusal !== null && <Failure refusal={doing.refusal} retry={doing.again} />}
    </form>
  );
}
