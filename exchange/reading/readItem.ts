import type { FactProfile, Profile, Source } from "../profiles/Profile.ts";
import type { Fault } from "./Fault.ts";
import type { PersonDescription, RawItem, ReadFact, Reading } from "./Item.ts";
import { readValue } from "./readValue.ts";

/**
 * Reads an item by the profile: all of it, or what is first at fault in it. A message counts as a whole: with one part at fault, none of
 * it is sent.
 *
 * @param today date by which years of two digits are read
 */
export function readItem(parts: readonly RawItem[], profile: Profile, today: string): Reading {
  const facts: ReadFact[] = [];
  const due = parts.flatMap((raw) =>
    profile.facts.filter((fact) => applies(fact, raw)).map((fact) => [raw, fact] as const),
  );
  if (due.length === 0) return { fault: { column: null, valueClass: null, reason: "NO_FACT" } };
  const unlabelled = due.find(([raw, fact]) => isUnlabelled(fact, raw, today));
  if (unlabelled !== undefined) return { fault: unlabelledFault(unlabelled[1]) };
  for (const [index, [raw, fact]] of due.entries()) {
    const read = readFact(raw, fact, profile, today);
    if ("fault" in read) return read;
    const numbered = due.length === 1 ? {} : { part: index + 1, parts: due.length };
    facts.push({ ...read.fact, input: { ...read.fact.input, ...numbered } });
  }
  return { facts };
}

function applies({ only }: FactProfile, raw: RawItem): boolean {
  return only === undefined || only.in.includes(raw[only.column]?.trim() ?? "");
}

/** Looked at before anything else of the item is: what is unlabelled is read no further. */
function isUnlabelled({ police, action, envelope }: FactProfile, raw: RawItem, today: string): boolean {
  if (!police || action !== "SUPPLY") return false;
  if (envelope.label === undefined) return true;
  const read = readValue(raw, envelope.label, today);
  return "fault" in read || read.value === undefined;
}

function unlabelledFault({ envelope: { label } }: FactProfile): Fault {
  const column = label !== undefined && "columns" in label ? label.columns.join(" ") : null;
  return { column, valueClass: null, reason: "NOT_LABELLED" };
}

function readFact(
  raw: RawItem,
  fact: FactProfile,
  profile: Profile,
  today: string,
): { readonly fact: ReadFact } | { readonly fault: Fault } {
  const { action, subgraph, kind, below } = fact;
  const envelope = readFields(raw, fact.envelope, today);
  if ("fault" in envelope) return envelope;
  const input = envelope.fields as ReadFact["input"];
  if (action !== "SUPPLY") return { fact: { action, subgraph, kind, person: null, input } };
  const values = readFields(raw, fact.values, today);
  if ("fault" in values) return values;
  const person = readFields(raw, profile.person, today);
  if ("fault" in person) return person;
  const repeated = below === undefined ? { fields: {} } : readBelow(raw, below, today);
  if ("fault" in repeated) return repeated;
  const described = { ...person.fields, fileRef: input.fileRef } as PersonDescription;
  const all = { ...input, [kind]: { ...values.fields, ...repeated.fields } };
  return { fact: { action, subgraph, kind, person: described, input: all } };
}

type ReadFields = { readonly fields: Readonly<Record<string, unknown>> } | { readonly fault: Fault };

function readFields(raw: RawItem, sources: Readonly<Record<string, Source>>, today: string): ReadFields {
  const fields: Record<string, unknown> = {};
  for (const [field, source] of Object.entries(sources)) {
    const read = readValue(raw, source, today);
    if ("fault" in read) return read;
    if (read.value !== undefined) fields[field] = read.value;
  }
  return { fields };
}

/** Repetitions of an element are flattened to paths with a number, for example `tat[1]/tatzeit`. */
function readBelow(raw: RawItem, below: NonNullable<FactProfile["below"]>, today: string): ReadFields {
  const rows: unknown[] = [];
  for (let number = 1; ; number += 1) {
    const prefix = `${below.element}[${number}]/`;
    const own = Object.entries(raw).flatMap(([path, text]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), text] as const] : [],
    );
    if (own.length === 0) return { fields: { [below.field]: rows } };
    const read = readFields(Object.fromEntries(own), below.values, today);
    if ("fault" in read) return { fault: { ...read.fault, column: `${prefix}${read.fault.column ?? ""}` } };
    rows.push(read.fields);
  }
}
