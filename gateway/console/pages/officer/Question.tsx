import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Asking } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";

interface QuestionProps {
  readonly id: string;
  readonly title: string;
  readonly ask: string;
  /** The fields, told whether somebody has tried to ask. */
  readonly fields: (tried: boolean) => ComponentChildren;
  /** Whether the fields are filled in so that it can be asked. */
  readonly complete: boolean;
  readonly onAsk: () => void;
  readonly asking: Pick<Asking<unknown>, "waiting" | "refusal" | "again">;
  readonly children?: ComponentChildren;
}

/** A question of the officer: heading, fields, a button, then the answer. Nothing is sent without a reason. */
export function Question({ id, title, ask, fields, complete, onAsk, asking, children }: QuestionProps) {
  const say = useSay();
  const { statement } = useDesk();
  const [tried, setTried] = useState(false);
  const unreasoned = statement.reason.trim() === "";
  return (
    <section aria-labelledby={id}>
      <h2 class="kern-title" id={id}>
        {title}
      </h2>
      <form
        class="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (complete && !unreasoned) onAsk();
        }}
      >
        {fields(tried)}
        <div class="actions">
          <Action>{ask}</Action>
        </div>
      </form>
      {tried && unreasoned && (
        <p class="kern-body" role="alert">
          {say("Geben Sie oben eine Begründung an.", "State a reason above.")}
        </p>
      )}
      <div aria-live="polite" aria-busy={asking.waiting}>
        {asking.waiting && <p class="kern-body">{say("Wird gefragt …", "Asking …")}</p>}
        {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
        {children}
      </div>
    </section>
  );
}
