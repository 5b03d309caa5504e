import { type DocumentNode, type FieldDefinitionNode, type InputValueDefinitionNode, Kind } from "graphql";
import { namedTypeOf } from "./namedTypeOf.ts";
import { typeDefinitions } from "./typeDefinitions.ts";
import { vocabulary } from "./vocabulary.ts";

/**
 * Checks what composition does not: that every field, argument, input field and enum value used as input carries a known
 * data category, that root fields have one of their own, and that what can be withheld can be null.
 *
 * @returns one sentence a fault, each beginning with the subgraph and the schema coordinate; empty when all is well
 */
export function checkSubgraph(name: string, sdl: DocumentNode): readonly string[] {
  const faults: string[] = [];
  const fault = (coordinate: string, sentence: string) => faults.push(`${name}: ${coordinate} ${sentence}`);
  const inputTypes = new Set<string>();

  const { composites, inputs, enums } = typeDefinitions(sdl);
  for (const type of composites)
    for (const field of type.fields ?? []) checkField(type.name.value, field, isHidden(type));
  for (const type of inputs)
    for (const field of type.fields ?? []) checkInput(`${type.name.value}.${field.name.value}`, field);
  for (const type of enums.filter((each) => inputTypes.has(each.name.value)))
    for (const value of type.values ?? []) checkCategories(`${type.name.value}.${value.name.value}`, value);
  return faults;

  function checkField(typeName: string, field: FieldDefinitionNode, hidden: boolean) {
    const coordinate = `${typeName}.${field.name.value}`;
    const categories = checkCategories(coordinate, field);
    for (const argument of field.arguments ?? []) checkInput(`${coordinate}(${argument.name.value}:)`, argument);
    const inherits = categories.every((category) => category === "INHERIT");
    if (inherits && (typeName === "Query" || typeName === "Mutation")) {
      fault(coordinate, "is a root field and must carry a data category of its own: nothing leads to it.");
    }
    if (!inherits && !hidden && !isHidden(field) && field.type.kind === Kind.NON_NULL_TYPE) {
      fault(coordinate, "can be withheld and must be nullable.");
    }
  }

  function checkInput(coordinate: string, input: InputValueDefinitionNode) {
    checkCategories(coordinate, input);
    inputTypes.add(namedTypeOf(input.type));
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

function isHidden(node: { readonly directives?: FieldDefinitionNode["directives"] }): boolean {
  return (node.directives ?? []).some((directive) => directive.name.value === "inaccessible");
}
