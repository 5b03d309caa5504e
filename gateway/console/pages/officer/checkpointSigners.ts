/** Names on a checkpoint's signature lines (C2SP signed-note), the log's own first; nothing is verified here. */
export function checkpointSigners(checkpoint: string): readonly string[] {
  const [origin = ""] = checkpoint.split("\n", 1);
  const lines = checkpoint.slice(checkpoint.lastIndexOf("\n\n") + 2).split("\n");
  const names = lines.flatMap((line) => /^— (\S+) \S+$/.exec(line)?.[1] ?? []);
  return [origin, ...new Set(names.filter((name) => name !== origin))];
}
