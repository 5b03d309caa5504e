import { useState } from "preact/hooks";
import type { Document } from "../api/ask.ts";
import { type Asking, useAnswer } from "../api/useAnswer.ts";

/** A question that is asked when somebody says so, and again when they say so again. */
export interface AskedQuestion<Result, Variables> extends Asking<Result> {
  /** What was asked last; null: nothing yet. */
  readonly asked: Variables | null;
  readonly ask: (variables: Variables) => void;
}

export function useQuestion<Result, Variables>(
  document: Document<Result, Variables>,
): AskedQuestion<Result, Variables> {
  const [asked, setAsked] = useState<Variables | null>(null);
  const asking = useAnswer(document, asked);
  const ask = (variables: Variables) => {
    if (JSON.stringify(asked) === JSON.stringify(variables)) asking.again();
    else setAsked(variables);
  };
  return { ...asking, asked, ask };
}
