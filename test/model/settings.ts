import { type Persona, personas } from "../../gateway/identity/personas.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import { subjectHolder } from "../../schema/subjectHolder.ts";
import type { Chance } from "./chance.ts";
import type { Setting } from "./Setting.ts";
import type { Tables } from "./Tables.ts";

/** In the pilot; the day before it; while scoring is suspended; the day after the pilot; and late enough for many a conviction to be erased. */
const dates = ["2026-06-15", "2026-06-15", "2026-06-15", "2026-02-28", "2026-07-10", "2026-09-01", "2029-06-15"];

/**
 * Every persona with every purpose: once with its example, and once with a case (one that the office has, one that it has not, or one that
 * nobody has), a date and, for the data subject, a person that are drawn.
 */
export function settings(tables: Tables, chance: Chance): readonly Setting[] {
  const ties = tables["directory.relation"] ?? [];
  return [...personas.values()].flatMap((persona) =>
    persona.purposes.flatMap((purpose) => {
      const example = settingOf(persona, purpose, persona.exampleCase, persona.personRef ?? null, dates[0] ?? "");
      const ref =
        persona.personRef === undefined ? null : String(chance.pick(tables["immigration.person"] ?? []).person_ref);
      const own = ties.filter(({ office }) => office === persona.office);
      const known = chance.pick(chance.happens(0.7) && own.length > 0 ? own : ties);
      const caseRef = chance.happens(0.9) ? String(known.case_ref) : "FM-2026-NONE";
      return [example, settingOf(persona, purpose, caseRef, ref, chance.pick(dates))];
    }),
  );
}

const { purposes } = loadPolicy();

function settingOf(
  persona: Persona,
  purpose: string,
  caseRef: string | null,
  personRef: string | null,
  date: string,
): Setting {
  const { office, role } = persona;
  const holder = personRef === null ? office : subjectHolder(personRef);
  // A caseless purpose is asked for without a case, which would narrow it to nothing in most draws.
  return {
    office,
    holder,
    role,
    purpose,
    purposes: persona.purposes,
    caseRef: purposes.get(purpose)?.caseless ? null : caseRef,
    date,
  };
}
