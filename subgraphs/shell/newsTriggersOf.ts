import type { Occurrence } from "./Occurrence.ts";

/** What of a subgraph's tables is told by the database itself. */
interface ToldTables {
  readonly schema: string;
  readonly occurrences: readonly Occurrence[];
  /** Whether a new version of a fact says that the one before was wrong; else it says how things went on. */
  readonly versionsCorrect: boolean;
}

/**
 * SQL that has the tables of a subgraph tell news and changes of facts, whichever way a row comes: in the transaction of the fact, and with
 * no program that could forget it.
 */
export function newsTriggersOf({ schema, occurrences, versionsCorrect }: ToldTables): string {
  const changes = [
    ["restricted", "UPDATE", "NEW.restricted AND NOT OLD.restricted", "RESTRICTED"],
    ["released", "UPDATE", "OLD.restricted AND NOT NEW.restricted", "RELEASED"],
    ...(versionsCorrect ? [["corrected", "UPDATE", "NEW.version <> OLD.version", "CORRECTED"]] : []),
  ].map(
    ([name, event, condition, kind]) =>
      `EXECUTE format('CREATE OR REPLACE TRIGGER tell_${name} AFTER ${event} ON %s FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION directory.tell_change(''${kind}'')', t);`,
  );
  return `
    DO $$ DECLARE t regclass; BEGIN
      FOR t IN SELECT attrelid::regclass FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = '${schema}'::regnamespace AND relkind = 'r' AND attname = 'tag' LOOP
        ${changes.join("\n        ")}
        EXECUTE format('DROP TRIGGER IF EXISTS tell_erased ON %s', t);
        EXECUTE format('CREATE CONSTRAINT TRIGGER tell_erased AFTER DELETE ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION directory.tell_gone(''${versionsCorrect}'')', t);
      END LOOP;
    END $$;
    ${occurrences.map((each) => occurrenceTriggers(schema, each)).join("\n    ")}`;
}

function occurrenceTriggers(schema: string, occurrence: Occurrence): string {
  const { kind, table, holds, from, key, owners } = occurrence;
  if (occurrence.with === "NOTHING") return "";
  const hasCome = from === null ? "true" : `${from("NEW")} <= NEW.last_changed_at::date`;
  const event = occurrence.with === "CHANGE" ? "UPDATE" : "INSERT OR UPDATE";
  return `CREATE OR REPLACE TRIGGER news_${kind.toLowerCase()} AFTER ${event} ON ${schema}.${table} FOR EACH ROW
      WHEN (NOT NEW.restricted AND ${holds("NEW")} AND ${hasCome})
      EXECUTE FUNCTION directory.tell_news('${kind}', '${key}', '${owners.join(",")}');`;
}
