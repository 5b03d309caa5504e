import { useRef, useState } from "preact/hooks";
import { useDesk } from "../Desk.ts";
import { type Answer, ask, type Document } from "./ask.ts";
import { Refusal } from "./Refusal.ts";

/** How far something is that is done once. */
export interface Doing<Variables> {
  readonly waiting: boolean;
  readonly refusal: Refusal | null;
  readonly run: (variables: Variables) => void;
  /** Sends the same again. */
  readonly again: () => void;
}

/** Sends a mutation, or a question that is no page’s own, when it is told to, and never twice at a time: a double click does it once. */
export function useDoing<Result, Variables>(
  document: Document<Result, Variables>,
  onDone: (answer: Answer<Result>) => void,
): Doing<Variables> {
  const { session, statement } = useDesk();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [waiting, setWaiting] = useState(false);
  const busy = useRef(false);
  const last = useRef<Variables | null>(null);
  const run = (variables: Variables) => {
    if (busy.current || session === null) return;
    busy.current = true;
    last.current = variables;
    setWaiting(true);
    setRefusal(null);
    ask({ session, statement }, document, variables)
      .then(onDone, (error: unknown) =>
        setRefusal(error instanceof Refusal ? error : new Refusal(0, "INTERNAL", String(error))),
      )
      .finally(() => {
        busy.current = false;
        setWaiting(false);
      });
  };
  return { waiting, refusal, run, again: () => last.current !== null && run(last.current) };
}
