import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  parse,
  print,
  validate,
  visit,
} from "graphql";
import type { Asked } from "./Asked.ts";

/** Tries that a shrinking makes at most. */
const triesMax = 300;

/**
 * Makes an operation smaller as long as it is valid and still goes wrong: leaves out selections, arguments, directives, operations, fragments
 * and variables one at a time.
 */
export async function shrink(
  asked: Asked,
  schema: GraphQLSchema,
  stillWrong: (asked: Asked) => Promise<boolean>,
): Promise<Asked> {
  let smallest = asked;
  let tries = 0;
  for (let at = 0; ; ) {
    const document = parse(smallest.query);
    const candidates = removable(document);
    if (at >= candidates.length || tries >= triesMax) return smallest;
    const smaller = without(smallest, document, candidates[at] as ASTNode);
    if (smaller !== null && validate(schema, parse(smaller.query)).length === 0) {
      tries += 1;
      if (await stillWrong(smaller)) {
        smallest = smaller;
        continue;
      }
    }
    at += 1;
  }
}

const kinds: ReadonlySet<string> = new Set([
  Kind.OPERATION_DEFINITION,
  Kind.FIELD,
  Kind.FRAGMENT_SPREAD,
  Kind.INLINE_FRAGMENT,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
]);

/** The largest parts first. */
function removable(document: DocumentNode): readonly ASTNode[] {
  const found: ASTNode[] = [];
  visit(document, {
    enter(node) {
      if (kinds.has(node.kind)) found.push(node);
    },
  });
  return found;
}

/** @returns null where nothing would be left to ask */
function without(asked: Asked, document: DocumentNode, gone: ASTNode): Asked | null {
  const cut = visit(document, { enter: (node) => (node === gone ? null : undefined) }) as DocumentNode;
  const sizes: number[] = [];
  visit(cut, { SelectionSet: ({ selections }) => void sizes.push(selections.length) });
  const used = tidied(cut);
  if (sizes.includes(0) || !getOperationAST(used, asked.operationName)) return null;
  const query = print(used);
  const variables = Object.fromEntries(Object.entries(asked.variables).filter(([name]) => query.includes(`$${name}`)));
  return { ...asked, query, variables };
}

/** Leaves out fragments and variables that nothing uses any more. */
function tidied(document: DocumentNode): DocumentNode {
  for (let current = document; ; ) {
    const spreads = new Set<string>();
    visit(current, { FragmentSpread: ({ name }) => void spreads.add(name.value) });
    const definitions = current.definitions.filter(
      (each) => each.kind !== Kind.FRAGMENT_DEFINITION || spreads.has(each.name.value),
    );
    if (definitions.length === current.definitions.length) return withUsedVariables(current);
    current = { ...current, definitions };
  }
}

function withUsedVariables(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(document, { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) });
}
