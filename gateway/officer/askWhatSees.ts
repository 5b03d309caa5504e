import { type GraphQLSchema, isObjectType } from "graphql";
import { officeKinds, offices } from "../../schema/offices.ts";
import type { PolicyDemand, PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { whatSees } from "../../schema/policyRecord/whatSees.ts";
import { contractSchema } from "../contractSchema.ts";
import { personas } from "../identity/personas.ts";
import { contractCategories } from "../policy/contractCategories.ts";
import type { Answer } from "./Answer.ts";
import { Mistaken } from "./Mistaken.ts";
import type { OfficerDesk } from "./OfficerDesk.ts";
import { rightsText } from "./rightTexts.ts";

/** Whose sight is asked for; null: any role, any purpose. */
export interface SightQuestion {
  /** Persona, office by id, or kind of office; small letters and hyphens will do. */
  readonly who: string;
  readonly role: string | null;
  readonly purpose: string | null;
}

/**
 * What an office sees on the date of the question.
 *
 * @throws Mistaken for an office, role or purpose that does not exist
 */
export function askWhatSees(desk: OfficerDesk, question: SightQuestion): Answer {
  const { record, date } = desk;
  const { office, role } = holder(question);
  const purposes = record.purposes.map(({ id }) => id);
  const roles = record.roles.map(({ id }) => id);
  if (question.purpose !== null && !purposes.includes(question.purpose))
    throw Mistaken.unknown("purpose", question.purpose, purposes);
  if (role !== null && !roles.includes(role)) throw Mistaken.unknown("role", role, roles);
  const rights = whatSees(record, { office, role, purpose: question.purpose, category: null }, date);
  const stated = [
    role ?? "in any role",
    question.purpose === null ? "for any purpose" : `for ${question.purpose}`,
  ].join(" ");
  const heading = `What sees ${office}, ${stated}, on ${date}, by policy ${record.version}?`;
  const fields = fieldsOf(rights, office, desk);
  const found = rights.length === 0 ? "Nothing.\n" : `${rightsText(rights, record)}\nFields: ${fields.join(", ")}.\n`;
  return {
    text: `${heading}\n\n${found}`,
    json: { office, role, purpose: question.purpose, date, version: record.version, rights, fields },
  };
}

function holder({ who, role }: SightQuestion): { readonly office: string; readonly role: string | null } {
  const persona = personas.get(who);
  if (persona !== undefined) return { office: persona.office, role: role ?? persona.role };
  const known = [...officeKinds, ...offices.keys()];
  const office = known.find((each) => each === who.toUpperCase().replaceAll("-", "_"));
  if (office === undefined)
    throw Mistaken.unknown("persona, office or kind of office", who, [...personas.keys(), ...known]);
  return { office, role };
}

/** Fields with a category of their own that one of these askers has all that is demanded for, and that its contract leads to. */
function fieldsOf(
  rights: readonly PolicyRight[],
  office: string,
  { record, policy, supergraph }: OfficerDesk,
): readonly string[] {
  const kind = officeKinds.find((each) => each === office) ?? offices.get(office)?.kind;
  const askers = [...Map.groupBy(rights, ({ role, purpose }) => `${role} ${purpose}`).values()];
  const found = askers.flatMap((of) => {
    const [first] = of;
    if (kind === undefined || first === undefined) return [];
    const { role, purpose } = first;
    const contract = contractSchema(supergraph, contractCategories(policy, { id: office, kind }, role, [purpose]));
    const has = (each: PolicyDemand) =>
      of.some(({ action, category }) => each.category === category && each.actions.includes(action));
    return record.fields
      .filter(({ inherits, ways }) => !inherits && ways.flat().every(has))
      .filter(({ coordinate }) => isFieldOf(contract, coordinate))
      .map(({ coordinate }) => coordinate);
  });
  return [...new Set(found)].sort();
}

function isFieldOf(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = "", name = ""] = coordinate.split(".");
  const type = schema.getType(typeName);
  return isObjectType(type) && name in type.getFields();
}
