import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import type { CategoryIndex } from "../../schema/categoryIndex.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { fits } from "../policy/fits.ts";
import type { Policy, PolicyOffice, Rule } from "../policy/Policy.ts";
import { prohibitionsOn } from "../policy/prohibitionsOn.ts";
import type { ContractGrant, ContractName, ContractNotes } from "./ContractNotes.ts";
import { changesOfContract, committedChangelog } from "./changelog.ts";
import { committedContractName } from "./committedContractName.ts";

/** Whose contract it is, and what it was cut from. */
export interface NotedContract {
  readonly office: PolicyOffice;
  readonly role: string;
  readonly purposes: readonly string[];
  readonly schema: GraphQLSchema;
}

/** What there is to say of a contract beyond its schema. Days are told, not judged: the contract does not change overnight. */
export function noteContract(policy: Policy, index: CategoryIndex, contract: NotedContract): ContractNotes {
  const { office, role, purposes, schema } = contract;
  const categories = Object.fromEntries(
    coordinatesOf(schema).flatMap((coordinate) => {
      const carried = index.get(coordinate);
      return carried === undefined ? [] : [[coordinate, carried] as const];
    }),
  );
  const carried = new Set(Object.values(categories).flat());
  const grants = policy.rules
    .filter((rule) => fits(rule.who, office, role))
    .flatMap((rule) => grantsOf(rule, policy, contract, carried));
  const name = committedContractName(office, role);
  return {
    name,
    office: office.id,
    role,
    purposes,
    categories,
    grants,
    names: namesOf([...carried, ...grants.flatMap(({ relations, unless }) => [...relations, ...unless])]),
    changes: name === null ? [] : changesOfContract(committedChangelog(), name),
  };
}

function coordinatesOf(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith("__")) return [];
    if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      `${type.name}.${name}`,
      ...args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
    ]);
  });
}

/** A rule, taken apart by what it allows and by the facts that stand against it. */
function grantsOf(
  rule: Rule,
  policy: Policy,
  { office, role, purposes }: NotedContract,
  carried: ReadonlySet<string>,
): readonly ContractGrant[] {
  const stated = rule.purposes.filter((purpose) => purposes.includes(purpose));
  if (stated.length === 0) return [];
  const allowed = [
    ...rule.sees.map((category) => ({ action: "SEE" as const, category })),
    ...rule.writes.map((category) => ({ action: "WRITE" as const, category })),
  ].flatMap((each) => {
    const facts = prohibitionsOn(policy.prohibitions, office, role, each.category).map(({ fact }) => fact);
    if (!carried.has(each.category) || facts.includes(null)) return [];
    return [{ ...each, unless: [...new Set(facts.filter((fact) => fact !== null))].sort() }];
  });
  return [...Map.groupBy(allowed, ({ action, unless }) => `${action} ${unless.join()}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    return [
      {
        rule: rule.id,
        sentence: rule.sentence,
        norms: rule.because,
        action: first.action,
        categories: alike.map(({ category }) => category),
        purposes: stated,
        relations: rule.when,
        unless: first.unless,
        since: rule.since,
        until: rule.until,
      },
    ];
  });
}

function namesOf(ids: readonly string[]): Readonly<Record<string, ContractName>> {
  const known: Readonly<Record<string, ContractName>> = {
    ...vocabulary.personFacts,
    ...vocabulary.recordFacts,
    ...vocabulary.recordRelations,
    ...vocabulary.relations,
    ...vocabulary.categories,
  };
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const name = known[id];
      return name === undefined ? [] : [[id, { german: name.german, words: name.words }] as const];
    }),
  );
}
