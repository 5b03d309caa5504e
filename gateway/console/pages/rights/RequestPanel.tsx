import type { RequestsOfFileQuery } from "../../operations/abh-rights-clerk/requests.ts";
import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { AnswerFile } from "./AnswerFile.tsx";
import { StepForm } from "./StepForm.tsx";
import { stepsFrom } from "./stepsFrom.ts";
import { words } from "./words.ts";

type Edges = NonNullable<NonNullable<RequestsOfFileQuery["persons"]>["edges"]>;
type Request = NonNullable<NonNullable<Edges[number]["node"]>["subjectRequests"]>[number];

interface RequestPanelProps {
  readonly personRef: string;
  readonly request: Request;
  readonly onDone: () => void;
}

/** One request: what is asked for, where it stands and until when, what was done, and the next step. */
export function RequestPanel({ personRef, request, onDone }: RequestPanelProps) {
  const say = useSay();
  const { id, kind, state, receivedOn, dueOn, forwardedTo, history } = request;
  if (kind === null || state === null) return null;
  const next = stepsFrom(kind, state);
  return (
    <section class="stack">
      <h3 class="kern-heading-small">
        {say(...words.kinds[kind])}: {say(...words.states[state])}
      </h3>
      <p class="kern-body">
        {say(`Eingegangen am ${receivedOn}, Frist bis ${dueOn}.`, `Received on ${receivedOn}, due by ${dueOn}.`)}
        {forwardedTo !== null && say(` Abgegeben an: ${forwardedTo.name}.`, ` Passed on to: ${forwardedTo.name}.`)}
      </p>
      {(history ?? []).length > 0 && (
        <DataTable
          caption={say("Was getan wurde", "What was done")}
          headers={[say("Schritt", "Step"), say("am", "on"), say("von", "by"), say("Vermerk", "Note")]}
          rows={(history ?? []).map(({ number, step, on, by, note }) => ({
            key: String(number),
            cells: [step === null ? "" : say(...words.steps[step]), on, by, note],
          }))}
        />
      )}
      {kind === "ACCESS" && state !== "RECEIVED" && state !== "REFUSED" && (
        <AnswerFile personRef={personRef} request={id} isDraft={state !== "SIGNED" && state !== "SENT"} />
      )}
      {next.length > 0 && <StepForm id={id} steps={next} onDone={onDone} />}
    </section>
  );
}
