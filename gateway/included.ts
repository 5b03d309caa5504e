import { type FieldNode, Kind } from "graphql";

/**
 * Whether @skip and @include let a selection through.
 *
 * @param variables with defaults applied
 */
export function included(directives: FieldNode["directives"], variables: Readonly<Record<string, unknown>>): boolean {
  return (directives ?? []).every(({ name, arguments: given }) => {
    if (name.value !== "skip" && name.value !== "include") return true;
    const value = given?.find((argument) => argument.name.value === "if")?.value;
    const condition =
      value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return name.value === "skip" ? condition !== true : condition === true;
  });
}
