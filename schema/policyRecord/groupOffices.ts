import { officeKinds, offices } from "../offices.ts";

/** What is alike for all offices of a kind, told of the kind; anything else of the single office. */
export function groupOffices<T>(
  each: readonly { readonly office: string; readonly change: T }[],
): readonly { readonly office: string; readonly change: T }[] {
  return [...Map.groupBy(each, ({ change }) => JSON.stringify(change)).values()].flatMap((alike) => {
    const ids = new Set(alike.map(({ office }) => office));
    const [first] = alike;
    if (first === undefined) return [];
    return officeKinds.flatMap((kind) => {
      const ofKind = [...offices.values()].filter((office) => office.kind === kind).map(({ id }) => id);
      const among = ofKind.filter((id) => ids.has(id));
      const names = among.length === ofKind.length ? [kind] : among;
      return names.map((office) => ({ office, change: first.change }));
    });
  });
}
