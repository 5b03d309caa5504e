import type { Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import { wilsonInterval } from "../statistics/wilsonInterval.ts";
import { figure } from "./figure.ts";
import type { Figure } from "./ValidityReport.ts";

/** Share of the items of which something holds, with Wilson's interval. */
export function share<Item>(
  id: string,
  label: Bilingual,
  items: readonly Item[],
  holds: (item: Item) => boolean,
  baseMin: number,
): Figure {
  const base = items.length;
  const hits = items.filter(holds).length;
  const [value, interval] = base === 0 ? [null, null] : [hits / base, wilsonInterval(hits, base)];
  return figure({ id, label, value, interval, base }, baseMin);
}
