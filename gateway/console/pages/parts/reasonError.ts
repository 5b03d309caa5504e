import type { Say } from "../Language.ts";

/** What is wrong with a reason that goes on file, and how to mend it; null where nothing is. */
export function reasonError(reason: string, say: Say): string | null {
  const length = [...reason.trim()].length;
  if (length < 10) return say("Begründen Sie in mindestens 10 Zeichen.", "Give a reason of at least 10 characters.");
  if (length > 2000) return say("Kürzen Sie auf 2.000 Zeichen.", "Shorten it to 2,000 characters.");
  return null;
}
