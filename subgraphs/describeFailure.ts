/**
 * Names an error for the log by class, code and place in the program. Messages are left out: those of databases and libraries
 * quote values of records.
 */
export function describeFailure(error: unknown): { readonly cause: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { cause: typeof error, at: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { cause: nameOf(error), at: frames.slice(0, 3).map((line) => line.trim()) };
}

function nameOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  const own = code === undefined ? error.name : `${error.name} ${code}`;
  return error.cause instanceof Error ? `${own} < ${nameOf(error.cause)}` : own;
}
