import { type OfficeKind, officeKinds, offices } from "../../../schema/offices.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";

/** Categories that take what led to them, or that serve the gateway alone. No rule can grant them. */
const notGrantable: ReadonlySet<string> = new Set(["INHERIT", "RELATION_FACTS", "FACT_REFERENCE"]);

/** The names that a policy may use. */
export interface PolicyNames {
  readonly categories: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  /** Facts of persons and of records that a prohibition can name. */
  readonly facts: ReadonlySet<string>;
  /** Office ids and kinds of office. */
  readonly offices: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
  /** Role → kinds of office that have it. */
  readonly roles: ReadonlyMap<string, readonly OfficeKind[]>;
}

/**
 * The names of the vocabulary and the office list, with the purposes and roles that the policy itself defines. A role whose
 * entry could not be read counts for every kind, so that one mistake is reported once.
 */
export function policyNames(
  purposes: Iterable<string>,
  roles: readonly string[],
  kindsOfRoles: ReadonlyMap<string, readonly OfficeKind[]>,
): PolicyNames {
  return {
    categories: new Set(Object.keys(vocabulary.categories).filter((name) => !notGrantable.has(name))),
    relations: new Set([...Object.keys(vocabulary.relations), ...Object.keys(vocabulary.recordRelations)]),
    facts: new Set([...Object.keys(vocabulary.personFacts), ...Object.keys(vocabulary.recordFacts)]),
    offices: new Set([...officeKinds, ...offices.keys()]),
    purposes: new Set(purposes),
    roles: new Map(roles.map((role) => [role, kindsOfRoles.get(role) ?? officeKinds])),
  };
}
