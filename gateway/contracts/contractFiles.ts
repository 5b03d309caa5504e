import { type OfficeEntry, officeKinds, offices } from "../../schema/offices.ts";
import { contractSchema } from "../contractSchema.ts";
import { type ContractCategories, contractCategories } from "../policy/contractCategories.ts";
import type { Policy } from "../policy/Policy.ts";
import type { Supergraph } from "../Supergraph.ts";
import type { ContractFile } from "./ContractFile.ts";

/** Some offices of a kind in one role, who can be granted the same. */
interface Reader {
  /** Kind of office, or office by id. */
  readonly office: string;
  readonly role: string;
  readonly granted: ContractCategories;
}

/**
 * The contracts of all offices and roles, for all purposes that the policy has for them, by name. Whom no rule grants
 * anything has none. A file bears the name of its first reader; the role is in it where the kind has several.
 */
export function contractFiles(policy: Policy, supergraph: Supergraph): readonly ContractFile[] {
  const readers = [...policy.roles.values()].flatMap(({ id: role, kinds }) =>
    officeKinds.filter((kind) => kinds.includes(kind)).flatMap((kind) => readersOf(kind, role, policy)),
  );
  const rolesOf = Map.groupBy(readers, ({ office }) => offices.get(office)?.kind ?? office);
  const shared = Map.groupBy(readers, ({ granted }) => keyOf(granted));
  return [...shared.values()]
    .map((sharing) => {
      const [first, ...others] = sharing.toSorted((a, b) => labelOf(a).localeCompare(labelOf(b)));
      if (first === undefined) throw new Error("A contract has a reader.");
      const roles = new Set(rolesOf.get(offices.get(first.office)?.kind ?? first.office)?.map(({ role }) => role));
      return {
        name: slug(roles.size > 1 ? `${first.office}_${first.role}` : first.office),
        readers: [first, ...others].map(labelOf),
        schema: contractSchema(supergraph, first.granted),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The kind stands for the larger part of its offices; those that differ stand for themselves. */
function readersOf(kind: string, role: string, policy: Policy): readonly Reader[] {
  const ofKind = [...offices.values()].filter((office) => office.kind === kind);
  const granted = (office: OfficeEntry) => contractCategories(policy, office, role, policy.purposes.keys());
  const groups = [...Map.groupBy(ofKind, (office) => keyOf(granted(office))).values()];
  return groups
    .toSorted((a, b) => b.length - a.length)
    .flatMap((group, index) =>
      (index === 0 ? group.slice(0, 1) : group).map((office) => ({
        office: index === 0 ? kind : office.id,
        role,
        granted: granted(office),
      })),
    )
    .filter((reader) => reader.granted.sees.size > 0);
}

function labelOf({ office, role }: Reader): string {
  return `${office} ${role}`;
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

function keyOf({ sees, writes }: ContractCategories): string {
  return JSON.stringify([[...sees].sort(), [...writes].sort()]);
}
