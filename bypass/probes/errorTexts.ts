import type { Probe } from "../Probe.ts";
import { rootFieldOf } from "../rootFieldOf.ts";

const traces = /stacktrace|node_modules|\.[jt]s:\d+|\bat \S+ \(|panicked at|Traceback/i;

/** Suggestions in validation errors, and traces in others. */
export const errorTexts: Probe = async (target) => {
  const field = rootFieldOf(target.document);
  const nearly = field.slice(0, -1);
  const wrong = await target.ask({ document: `{ ${nearly} }` });
  if (/did you mean/i.test(wrong.text) || new RegExp(`\\b${field}\\b`).test(wrong.text)) {
    return { verdict: "OPEN", seen: `To "${nearly}" it answers with the name "${field}".` };
  }
  for (const body of [
    "{",
    "[]",
    '{"query":7}',
    '{"query":"{"}',
    JSON.stringify({ query: `{ ${field}(x: {`, variables: 7 }),
  ]) {
    const { text } = await target.ask({ body });
    if (traces.test(text)) return { verdict: "OPEN", seen: `A malformed request is answered with a trace.` };
  }
  return field === "__typename"
    ? { verdict: "UNCLEAR", seen: "No trace was seen. Give an operation with a field of the schema for suggestions." }
    : { verdict: "HOLDS", seen: "No suggestion and no trace was seen." };
};
