import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../Desk.ts";
import { type Answer, ask, type Document } from "./ask.ts";
import { Refusal } from "./Refusal.ts";

/** How far a question is. */
export interface Asking<Result> {
  readonly waiting: boolean;
  readonly answer: Answer<Result> | null;
  readonly refusal: Refusal | null;
  readonly again: () => void;
}

/**
 * Asks when the variables change; null asks nothing. The answer before stays until the next is there, and an answer that comes
 * late is dropped.
 */
export function useAnswer<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables | null,
): Asking<Result> {
  const { session, statement } = useDesk();
  const [state, setState] = useState<Omit<Asking<Result>, "again">>({ waiting: false, answer: null, refusal: null });
  const latest = useRef(0);
  const asked = variables === null ? null : JSON.stringify(variables);
  const run = useCallback(() => {
    if (asked === null || session === null) return;
    latest.current += 1;
    const own = latest.current;
    const settle = (next: Omit<Asking<Result>, "again">) => {
      if (latest.current === own) setState(next);
    };
    setState(({ answer }) => ({ waiting: true, answer, refusal: null }));
    ask({ session, statement }, document, JSON.parse(asked) as Variables).then(
      (answer) => settle({ waiting: false, answer, refusal: null }),
      (error: unknown) =>
        settle({
          waiting: false,
          answer: null,
          refusal: error instanceof Refusal ? error : new Refusal(0, "INTERNAL", String(error)),
        }),
    );
  }, [asked, document, session, statement]);
  // Asked when something is searched or opened, not when a reason is being typed.
  const running = useRef(run);
  running.current = run;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question asks by itself
  useEffect(() => running.current(), [asked, document]);
  const ended = state.refusal?.sessionEnded ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed for want of a session is asked again under the new one
  useEffect(() => {
    if (ended) running.current();
  }, [session]);
  return { ...state, again: () => running.current() };
}
