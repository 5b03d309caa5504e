import type { DocumentNode } from "graphql";
import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
} from "graphql";
import { vocabulary } from "./vocabulary.ts";

/**
 * Checks what composition does not: that every field, argument, input field and enum value used as input carries a known
 * data category, that root fields have one of their own, that no category stands on a key, and that what can be withheld can be null.
 *
 * @returns one sentence a fault, each beginning with the subgraph and the schema coordinate; empty when all is well
 */
export function checkSubgraph(name: string, sdl: DocumentNode): readonly string[] {
  const faults: string[] = [];
  const fault = (coordinate: string, sentence: string) => faults.push(`${name}: ${coordinate} ${sentence}`);
  const inputTypes = new Set<string>();

  for (const definition of sdl.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      const keys = keyFields(definition as ObjectTypeDefinitionNode);
      for (const field of definition.fields ?? []) checkField(definition.name.value, field, keys, isHidden(definition));
    }
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      for (const field of definition.fields ?? []) checkInput(`${definition.name.value}.${field.name.value}`, field);
    }
  }
  for (const definition of sdl.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || !inputTypes.has(definition.name.value)) continue;
    for (const value of definition.values ?? []) checkCategories(`${definition.name.value}.${value.name.value}`, value);
  }
  return faults;

  function checkField(typeName: string, field: FieldDefinitionNode, keys: ReadonlySet<string>, hidden: boolean) {
    const coordinate = `${typeName}.${field.name.value}`;
    const categories = checkCategories(coordinate, field);
    for (const argument of field.arguments ?? []) checkInput(`${coordinate}(${argument.name.value}:)`, argument);
    const inherits = categories.every((category) => category === "INHERIT");
    if (inherits && (typeName === "Query" || typeName === "Mutation")) {
      fault(coordinate, "is a root field and must carry a data category of its own: nothing leads to it.");
    }
    if (keys.has(field.name.value) && !inherits)
      fault(coordinate, "is a key and must be INHERIT: a key travels between subgraphs.");
    if (!inherits && !hidden && !isHidden(field) && field.type.kind === Kind.NON_NULL_TYPE) {
      fault(coordinate, "can be withheld and must be nullable.");
    }
  }

  function checkInput(coordinate: string, input: InputValueDefinitionNode) {
    checkCategories(coordinate, input);
    inputTypes.add(namedType(input.type));
  }

  function checkCategories(coordinate: string, node: { readonly directives?: FieldDefinitionNode["directives"] }) {
    const categories = (node.directives ?? [])
      .filter((directive) => directive.name.value === "data")
      .map((directive) => directive.arguments?.find((argument) => argument.name.value === "category")?.value)
      .map((value) => (value?.kind === Kind.STRING ? value.value : ""));
    if (categories.length === 0) fault(coordinate, 'carries no data category. Add @data(category: "...").');
    for (const category of categories) {
      if (!(category in vocabulary.categories)) {
        fault(
          coordinate,
          `names the unknown data category "${category}". Add it to data-categories.yaml or mend the name.`,
        );
      }
    }
    return categories;
  }
}

function keyFields(type: ObjectTypeDefinitionNode): ReadonlySet<string> {
  const selections = (type.directives ?? [])
    .filter((directive) => directive.name.value === "key")
    .map((directive) => directive.arguments?.find((argument) => argument.name.value === "fields")?.value)
    .flatMap((value) => (value?.kind === Kind.STRING ? [value.value] : []));
  const names = selections.flatMap((selection) => {
    const [operation] = parse(`{ ${selection} }`).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  });
  return new Set(names.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : print(selection))));
}

function isHidden(node: { readonly directives?: FieldDefinitionNode["directives"] }): boolean {
  return (node.directives ?? []).some((directive) => directive.name.value === "inaccessible");
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
