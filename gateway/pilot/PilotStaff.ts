import { type OfficeKind, offices } from "../../schema/offices.ts";
import type { DemonstrationIssuer } from "../identity/demonstrationIssuer.ts";
import type { Persona } from "../identity/personas.ts";
import { tokenLife } from "../identity/tokenLife.ts";

/** Staff of an office: how many are assumed, in what role, and what their tokens may state. */
interface Post {
  readonly role: string;
  readonly members: number;
  readonly purposes: readonly string[];
}

const rrkPurposes = ["WORKLIST", "CASE_ADMISSION", "CASE_MANAGEMENT"];

/** Assumed staff. Of an RRK so many share a role that working time is shown, which needs five. */
const posts: Readonly<Partial<Record<OfficeKind, Readonly<Record<string, Post>>>>> = {
  RRK: {
    caseworker: { role: "CASEWORKER", members: 10, purposes: rrkPurposes },
    lead: { role: "LEAD", members: 8, purposes: rrkPurposes },
  },
  ABH: { caseworker: { role: "CASEWORKER", members: 1, purposes: ["RESIDENCE_PROCEDURE"] } },
  ZAB: { caseworker: { role: "CASEWORKER", members: 2, purposes: ["RETURN_EXECUTION"] } },
  PROSECUTION: { prosecutor: { role: "PROSECUTOR", members: 1, purposes: ["CRIMINAL_PROSECUTION"] } },
};

/** A member of the staff who acts. */
export interface Member {
  readonly person: string;
  token(): Promise<string>;
}

/** The simulated staff of all offices, with tokens of the demonstration's issuer. */
export class PilotStaff {
  readonly #issuer: DemonstrationIssuer;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(issuer: DemonstrationIssuer) {
    this.#issuer = issuer;
  }

  /** @param number which member, taken modulo how many there are */
  member(office: string, post: "caseworker" | "lead" | "prosecutor", number: number): Member {
    const kind = offices.get(office)?.kind;
    const found = kind === undefined ? undefined : posts[kind]?.[post];
    if (found === undefined) throw new Error(`The pilot has no ${post} at ${office}.`);
    const person = `sim-${office.toLowerCase().replaceAll("_", "-")}-${post}-${1 + (number % found.members)}`;
    const { role, purposes } = found;
    const persona: Persona = {
      name: person,
      german: "Simulierte Beschäftigte.",
      english: "Simulated staff.",
      office,
      role,
      person,
      responsiblePerson: person,
      purposes,
      exampleCase: null,
    };
    return { person, token: () => this.#tokenOf(persona) };
  }

  #tokenOf(persona: Persona): Promise<string> {
    const known = this.#tokens.get(persona.person);
    if (known !== undefined) return known;
    const made = this.#issuer.issueToken(persona, tokenLife.minutesMax);
    this.#tokens.set(persona.person, made);
    return made;
  }
}
