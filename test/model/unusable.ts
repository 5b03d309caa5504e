import { emptyLog } from "./ReadLog.ts";
import type { Reference } from "./Reference.ts";
import { type Item, registry } from "./Registry.ts";
import type { Row, Tables } from "./Tables.ts";

const register = "criminal_records.conviction";

/**
 * Rows that tell nobody of anything on the date, whatever is granted: convictions that are not final or may not be used any more, with
 * their offences, as far as the rest of the register reads the same without them; ended investigations; and investigations that the policy
 * hides from this requester because notice would endanger them.
 */
export function unusable(tables: Tables, { rules }: Reference): ReadonlySet<Row> {
  const found = new Set(unusableConvictions(tables, rules.setting.date));
  for (const row of tables["criminal_records.investigation"] ?? []) {
    const record = { sourceOffice: row.source_office, disclosureDeferred: row.disclosure_deferred };
    const facts = rules.recordFacts("Investigation", record, rules.personFacts(String(row.person_ref)));
    const mayKnow = rules.may("SEE", "INVESTIGATION", facts) || rules.may("COMBINE", "CONDUCT_FACTS", facts);
    const isOpen = ["OPEN", "CHARGED"].includes(String(row.state));
    if (!isOpen || (row.disclosure_deferred === true && !mayKnow)) found.add(row);
  }
  return found;
}

const kept = new WeakMap<Tables, Map<string, ReadonlySet<Row>>>();

/** Those of a date and a world, and their offences: the same for all who ask. */
function unusableConvictions(tables: Tables, date: string): ReadonlySet<Row> {
  const byDate = kept.get(tables) ?? new Map<string, ReadonlySet<Row>>();
  kept.set(tables, byDate);
  const found = byDate.get(date) ?? findUnusableConvictions(tables, date);
  byDate.set(date, found);
  return found;
}

function findUnusableConvictions(tables: Tables, date: string): ReadonlySet<Row> {
  const found = new Set<Row>();
  const whole = registry(tables, emptyLog, date);
  const usable = (personRef: unknown, from = whole): readonly string[] =>
    from
      .value("Person", "convictions", { personRef })
      .map(({ factId, erasableFrom }: Item) => `${factId} ${erasableFrom}`);
  const ids = new Set([...personsIn(tables)].flatMap((each) => usable(each).map((line) => line.split(" ")[0])));
  const left = { ...tables, [register]: (tables[register] ?? []).filter(({ fact_id }) => ids.has(String(fact_id))) };
  const rest = registry(left, emptyLog, date);
  const same = new Set([...personsIn(tables)].filter((each) => usable(each).join() === usable(each, rest).join()));
  const gone = new Set<unknown>();
  for (const row of tables[register] ?? []) {
    if (ids.has(String(row.fact_id)) || !same.has(row.person_ref)) continue;
    found.add(row);
    gone.add(row.fact_id);
  }
  for (const row of tables["criminal_records.offence"] ?? []) if (gone.has(row.conviction_id)) found.add(row);
  return found;
}

function personsIn(tables: Tables): ReadonlySet<unknown> {
  return new Set((tables[register] ?? []).map((row) => row.person_ref));
}
