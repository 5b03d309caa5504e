import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { usedInputs } from "../inputs.ts";
import { offices } from "../offices.ts";
import { type Asker, Entitlement } from "./Entitlement.ts";
import type { PolicyDemand, PolicyField, PolicyRecord, PolicyRight } from "./PolicyRecord.ts";

/** An operation that somebody might ask. */
export interface AskedOperation {
  readonly document: DocumentNode;
  /** Null where the document holds one operation. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What becomes of one selected field. */
export interface ExplainedField {
  /** Response keys, joined by dots. */
  readonly path: string;
  readonly coordinate: string;
  /** NOT_ASKED: what leads there is withheld. */
  readonly verdict: "ALLOW" | "ALLOW_IF" | "WITHHOLD" | "NOT_ASKED";
  /** Inputs with a category of their own that the field uses: what is tested like a datum. */
  readonly tests: readonly string[];
  /** Coordinate that is withheld, of the field or of an input it uses, and its category; null else. */
  readonly withheld: string | null;
  readonly category: string | null;
  /** Rights that it is allowed by. */
  readonly rights: readonly PolicyRight[];
  /** Prohibitions that withhold it always; empty where no rule grants it. */
  readonly prohibitions: readonly string[];
}

/** Where a field stands. */
interface Above {
  readonly path: readonly string[];
  /** What the field that led there demands. */
  readonly demands: readonly PolicyDemand[];
  readonly isAsked: boolean;
  /** Fragments around it. */
  readonly within: readonly string[];
}

/** The operation cannot be explained; the code says why. */
export class NotExplained extends Error {
  readonly code: "NO_OPERATION" | "NO_SUCH_FIELD" | "TOO_MANY_FIELDS";
  /** What the schema does not have; null for another code. */
  readonly coordinate: string | null;

  constructor(code: NotExplained["code"], coordinate: string | null = null) {
    super(code);
    this.code = code;
    this.coordinate = coordinate;
  }
}

/** Fields with fragments resolved, beyond which an operation is not explained. */
const fieldsMax = 2_000;

/**
 * Why an operation would be answered as it is: for each selected field what the policy says of it. What the contract of the asker lacks
 * is withheld here, where the gateway refuses the operation.
 *
 * @param schema every type of the API
 * @throws NotExplained
 */
export function explainOperation(
  { document, operationName, variables: given }: AskedOperation,
  schema: GraphQLSchema,
  record: PolicyRecord,
  asker: Asker,
  date: string,
): readonly ExplainedField[] {
  const operation = getOperationAST(document, operationName);
  const root = operation ? schema.getRootType(operation.operation) : null;
  if (!operation || !root) throw new NotExplained("NO_OPERATION");
  const entitlement = new Entitlement(record, asker, date);
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const fields = fieldsOf(record);
  const variables = { ...defaultsOf(operation), ...given };
  const explained: ExplainedField[] = [];
  visit(operation.selectionSet, root.name, { path: [], demands: [], isAsked: true, within: [] });
  return explained;

  function visit({ selections }: SelectionSetNode, typeName: string, above: Above): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (!selection.name.value.startsWith("__")) visitField(selection, typeName, above);
      } else if (selection.kind === Kind.INLINE_FRAGMENT)
        visit(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, above);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || above.within.includes(selection.name.value))
          throw new NotExplained("NO_OPERATION");
        const within = [...above.within, selection.name.value];
        visit(fragment.selectionSet, fragment.typeCondition.name.value, { ...above, within });
      }
    }
  }

  function visitField(node: FieldNode, typeName: string, above: Above): void {
    if (explained.length >= fieldsMax) throw new NotExplained("TOO_MANY_FIELDS");
    const coordinate = `${typeName}.${node.name.value}`;
    const type = schema.getType(typeName);
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const field = fields.get(coordinate);
    if (definition === undefined || field === undefined) throw new NotExplained("NO_SUCH_FIELD", coordinate);
    const path = [...above.path, node.alias?.value ?? node.name.value];
    const demands = demandsOf(field, above.demands);
    const inputs = usedInputs(node, typeName, schema, variables).flatMap((each) => ownDemands(fields.get(each)));
    const verdict = above.isAsked ? judge(coordinate, demands, inputs) : nothing;
    const tests = [...new Set(inputs.map((each) => each.coordinate))];
    explained.push({ path: path.join("."), coordinate, tests, ...verdict });
    const isAsked = verdict.verdict === "ALLOW" || verdict.verdict === "ALLOW_IF";
    if (node.selectionSet)
      visit(node.selectionSet, getNamedType(definition.type).name, { ...above, path, demands, isAsked });
  }

  function judge(
    coordinate: string,
    demands: readonly PolicyDemand[],
    inputs: readonly OwnDemand[],
  ): Omit<ExplainedField, "path" | "coordinate" | "tests"> {
    const all = [...demands.map((demand) => ({ coordinate, demand })), ...inputs];
    const missing = all.find(({ demand }) => entitlement.meeting(demand).length === 0);
    if (missing !== undefined) {
      const { category } = missing.demand;
      const prohibitions = denialsOf(record, asker, category);
      return { ...nothing, verdict: "WITHHOLD", withheld: missing.coordinate, category, prohibitions };
    }
    const rights = demands.map((demand) => entitlement.meeting(demand));
    const isAlways = rights.every((of) => of.some(({ when, unless }) => when === "ANY" && unless.length === 0));
    return { ...nothing, verdict: isAlways ? "ALLOW" : "ALLOW_IF", rights: [...new Set(rights.flat())] };
  }
}

const nothing = { verdict: "NOT_ASKED", withheld: null, category: null, rights: [], prohibitions: [] } as const;

const kept = new WeakMap<PolicyRecord, ReadonlyMap<string, PolicyField>>();

function fieldsOf(record: PolicyRecord): ReadonlyMap<string, PolicyField> {
  const fields = kept.get(record) ?? new Map(record.fields.map((field) => [field.coordinate, field]));
  kept.set(record, fields);
  return fields;
}

/** What a field demands on this way to it: where it inherits, the way that holds all that led there. */
function demandsOf({ inherits, ways }: PolicyField, above: readonly PolicyDemand[]): readonly PolicyDemand[] {
  const [only = []] = ways;
  if (!inherits) return only;
  const categories = above.filter(({ actions }) => !actions.includes("COMBINE")).map(({ category }) => category);
  const through = ways.filter((way) => categories.every((each) => way.some(({ category }) => category === each)));
  return through.toSorted((left, right) => left.length - right.length)[0] ?? only;
}

/** A demand of a coordinate. */
interface OwnDemand {
  readonly coordinate: string;
  readonly demand: PolicyDemand;
}

/** What an input demands by itself; nothing where it takes the category of its field. */
function ownDemands(field: PolicyField | undefined): readonly OwnDemand[] {
  return (field?.ways.flat() ?? []).map((demand) => ({ coordinate: field?.coordinate ?? "", demand }));
}

function denialsOf({ denials }: PolicyRecord, { office, role }: Asker, category: string): readonly string[] {
  const kind = offices.get(office)?.kind;
  const own = denials.filter(
    (each) => (each.office === office || each.office === kind) && each.role === role && each.category === category,
  );
  return [...new Set(own.flatMap(({ prohibitions }) => prohibitions))].sort();
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}
