import type { LocatedYaml, Place } from "../../../schema/LocatedYaml.ts";
import { type OfficeKind, officeKinds, offices } from "../../../schema/offices.ts";
import type { Who } from "../Policy.ts";
import type { PolicyProblems } from "./PolicyProblems.ts";
import type { PolicyNames } from "./policyNames.ts";

/** Reports offices and roles that do not exist, and roles that none of the named offices has. */
export function checkWho(
  text: LocatedYaml,
  place: Place,
  who: Who,
  names: PolicyNames,
  problems: PolicyProblems,
): void {
  for (const [index, name] of who.offices.entries())
    if (!names.offices.has(name))
      problems.addUnknown(text, [...place, "offices", index], "office or kind of office", name, names.offices);
  const kinds = new Set(who.offices.map(kindOf));
  const areKnown = !kinds.has(undefined);
  for (const [index, name] of who.roles.entries()) {
    const at = [...place, "roles", index];
    const having = names.roles.get(name);
    if (having === undefined) problems.addUnknown(text, at, "role", name, names.roles.keys());
    else if (areKnown && !having.some((kind) => kinds.has(kind))) {
      const there = [...names.roles].filter(([, each]) => each.some((kind) => kinds.has(kind))).map(([role]) => role);
      problems.add(text, at, `None of the offices has the role ${name}. Valid: ${there.join(", ") || "none"}.`);
    }
  }
}

function kindOf(name: string): OfficeKind | undefined {
  return officeKinds.find((kind) => kind === name) ?? offices.get(name)?.kind;
}
