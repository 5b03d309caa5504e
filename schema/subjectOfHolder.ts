import { subjectHolder } from "./subjectHolder.ts";

/** The data subject that a holder of relations is; null for an office. */
export function subjectOfHolder(holder: string): string | null {
  const prefix = subjectHolder("");
  return holder.startsWith(prefix) ? holder.slice(prefix.length) : null;
}
