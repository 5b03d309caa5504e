import type { Profile, Source } from "../profiles/Profile.ts";

/** Columns that a profile reads; a table that lacks one of them is of another profile. */
export function neededColumns({ person, facts }: Profile): readonly string[] {
  const columns = (sources: Readonly<Record<string, Source>>) =>
    Object.values(sources).flatMap((source) => ("columns" in source ? source.columns : []));
  const all = facts.flatMap(({ envelope, values, only }) => [
    ...columns(envelope),
    ...columns(values),
    ...(only === undefined ? [] : [only.column]),
  ]);
  return [...new Set([...columns(person), ...all])];
}
