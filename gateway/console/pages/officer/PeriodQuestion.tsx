import type { ComponentChildren } from "preact";
import { useSay } from "../Language.ts";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { dayBounds } from "./dayBounds.ts";
import { Question } from "./Question.tsx";
import type { AskedQuestion } from "./useQuestion.ts";

interface PeriodQuestionProps {
  /** Names the section and what is typed in it. */
  readonly id: string;
  readonly title: string;
  /** What the button says. */
  readonly ask: string;
  /** What the fields of the first and the last day say. */
  readonly days: readonly [first: string, last: string];
  readonly asking: AskedQuestion<unknown, { readonly from: string; readonly to: string }>;
  readonly children: ComponentChildren;
}

/** A question about a period of whole days in Germany. */
export function PeriodQuestion({ id, title, ask, days, asking, children }: PeriodQuestionProps) {
  const say = useSay();
  const [first, setFirst] = useDraft(`${id}-first`, "");
  const [last, setLast] = useDraft(`${id}-last`, "");
  const wrong =
    first === "" || last === ""
      ? say("Wählen Sie zwei Tage.", "Choose two days.")
      : last < first
        ? say("Wählen Sie einen Tag nach dem ersten.", "Choose a day after the first.")
        : null;
  return (
    <Question
      id={id}
      title={title}
      ask={ask}
      complete={wrong === null}
      onAsk={() => {
        const { from, to } = dayBounds(first, last);
        if (from !== null && to !== null) asking.ask({ from, to });
      }}
      asking={asking}
      fields={(tried) => (
        <>
          <TextField day label={days[0]} value={first} onInput={setFirst} />
          <TextField day label={days[1]} value={last} onInput={setLast} error={tried ? wrong : null} />
        </>
      )}
    >
      {children}
    </Question>
  );
}
