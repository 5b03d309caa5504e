import { offices } from "../offices.ts";
import type { PolicyDemand, PolicyRecord, PolicyRight } from "./PolicyRecord.ts";
import { rightsOn } from "./rightsOn.ts";

/** Who asks, and what for. */
export interface Asker {
  /** Office by id. */
  readonly office: string;
  readonly role: string;
  readonly purpose: string;
}

/** What a policy gives to one asker on a date of the question. */
export class Entitlement {
  readonly #rights: readonly PolicyRight[];

  constructor(record: PolicyRecord, { office, role, purpose }: Asker, date: string) {
    const kind = offices.get(office)?.kind;
    this.#rights = rightsOn(record, date).filter(
      (right) => (right.office === office || right.office === kind) && right.role === role && right.purpose === purpose,
    );
  }

  /** The rights that meet a demand; none: it is withheld on every record. */
  meeting({ actions, category }: PolicyDemand): readonly PolicyRight[] {
    return this.#rights.filter((right) => right.category === category && actions.includes(right.action));
  }
}
