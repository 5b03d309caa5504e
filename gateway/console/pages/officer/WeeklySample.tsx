import { useState } from "preact/hooks";
import { SampleDocument, type SampledFragment } from "../../operations/data-protection/sample.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { AccessLines } from "./AccessLines.tsx";
import { ReviewForm } from "./ReviewForm.tsx";
import { verdicts } from "./verdicts.ts";
import { weekBefore } from "./weekBefore.ts";

/** The random sample of a week, with a verdict on each access. */
export function WeeklySample() {
  const say = useSay();
  const { statement } = useDesk();
  const [week, setWeek] = useDraft("sample-week", weekBefore(new Date()));
  const [checked, setChecked] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const asking = useAnswer(SampleDocument, asked === null ? null : { week: asked });
  const sample = asking.answer?.data.accessSample;
  const accesses: readonly SampledFragment[] = sample?.accesses ?? [];
  const records = accesses.flatMap(({ record }) => record ?? []);
  const reviewsOf = (id: string) => accesses.find(({ record }) => record?.id === id)?.reviews ?? [];
  const open = records.find(({ id }) => id === opened);
  return (
    <section aria-labelledby="sample">
      <h2 class="kern-title" id="sample">
        {say("Stichprobe der Woche", "Sample of the week")}
      </h2>
      <form
        class="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (statement.reason.trim() === "") return;
          if (asked === week.trim()) asking.again();
          setAsked(week.trim());
        }}
      >
        <TextField
          label={say("Woche", "Week")}
          hint={say("nach ISO 8601, zum Beispiel 2026-W24", "by ISO 8601, for example 2026-W24")}
          value={week}
          maxLength={8}
          onInput={setWeek}
        />
        <div class="actions">
          <Action>{say("Stichprobe ziehen", "Draw the sample")}</Action>
        </div>
      </form>
      {checked && statement.reason.trim() === "" && (
        <p class="kern-body" role="alert">
          {say("Geben Sie oben eine Begründung an.", "State a reason above.")}
        </p>
      )}
      <div aria-live="polite" aria-busy={asking.waiting}>
        {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
        {sample && records.length === 0 && (
          <p class="kern-body">
            {say("In dieser Woche gab es keine Zugriffe.", "There were no accesses in that week.")}
          </p>
        )}
        {sample && records.length > 0 && (
          <>
            <p class="kern-body">
              {say(
                `${records.length} Zugriffe. Welche es sind, folgt allein aus dem Protokoll (Startwert ${sample.seed?.slice(0, 12)}…).`,
                `${records.length} accesses. Which they are follows from the log alone (seed ${sample.seed?.slice(0, 12)}…).`,
              )}
            </p>
            <AccessLines
              caption={say("Stichprobe", "Sample")}
              records={records}
              beside={{
                header: say("Vermerk", "Verdict"),
                cell: ({ id }) => (
                  <>
                    {reviewsOf(id)
                      .map(
                        ({ verdict, reviewer }) => `${verdict === null ? "" : say(...verdicts[verdict])} (${reviewer})`,
                      )
                      .join("; ")}{" "}
                    <button
                      type="button"
                      class="kern-btn kern-btn--tertiary kern-btn--x-small"
                      onClick={() => setOpened(id)}
                    >
                      <span class="kern-label">{say("Vermerken", "Note a verdict")}</span>
                    </button>
                  </>
                ),
              }}
            />
          </>
        )}
        {asked !== null && open && (
          <ReviewForm
            key={open.id}
            week={asked}
            record={open}
            onDone={() => {
              setOpened(null);
              asking.again();
            }}
          />
        )}
      </div>
    </section>
  );
}
