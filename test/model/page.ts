import { decodeCursor, encodeCursor, pageSize } from "../../subgraphs/shell/connection.ts";
import { SubgraphError } from "../../subgraphs/shell/SubgraphError.ts";
import { type Item, sorted } from "./Registry.ts";

/** What a key of a cursor must be, lest the cursor is one of another list. */
const kinds = {
  text: () => true,
  number: (key: unknown) => typeof key === "number",
  day: (key: unknown) => /^\d{4}-\d\d-\d\d$/.test(String(key)),
  instant: (key: unknown) => !Number.isNaN(Date.parse(String(key))),
};

/** @param order members in the order of which the list stands; `direction` `-`: the greatest first */
export function page(
  list: readonly Item[],
  args: Item,
  order: Readonly<Record<string, keyof typeof kinds>>,
  nodeOf = (item: Item) => item,
  direction = "",
) {
  const members = Object.keys(order);
  const keysOf = (item: Item) => members.map((member) => item[member]);
  const size = pageSize(args);
  const after = decodeCursor(args, members.length);
  if (after?.some((key, at) => !kinds[order[members[at] ?? ""] ?? "text"](key)))
    throw new SubgraphError("INVALID_INPUT");
  const behind = (item: Item) => {
    const keys = keysOf(item);
    const at = keys.findIndex((key, index) => key !== after?.[index]);
    return at >= 0 && keys[at] > (after?.[at] as string) !== (direction === "-");
  };
  const whole = sorted(list, ...members.map((member) => `${direction}${member}`));
  const rest = after === null ? whole : whole.filter(behind);
  const edges = rest.slice(0, size).map((item) => ({ cursor: encodeCursor(keysOf(item)), node: nodeOf(item) }));
  const [startCursor, endCursor] = [edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  const pageInfo = { hasNextPage: rest.length > size, hasPreviousPage: after !== null, startCursor, endCursor };
  return { edges, pageInfo, totalCount: list.length };
}
