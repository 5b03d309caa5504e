import { type FieldNode, Kind, parse, print, visit } from "graphql";
import type { Probe } from "../Probe.ts";

/** The requester's operation with its first leaf under the alias __typename. */
export const typenameAliases: Probe = async (target) => {
  let leaf: string | null = null;
  const document = visit(parse(target.document), {
    Field(node: FieldNode) {
      if (leaf !== null || node.selectionSet !== undefined || node.name.value.startsWith("__")) return undefined;
      leaf = node.name.value;
      return { ...node, alias: { kind: Kind.NAME, value: "__typename" } };
    },
  });
  if (leaf === null) return { verdict: "UNCLEAR", seen: "Give an operation with a field that is no object." };
  const { text } = await target.ask({ document: print(document) });
  return text.includes('"__typename"')
    ? { verdict: "OPEN", seen: `The field ${leaf} is answered under the key __typename.` }
    : { verdict: "HOLDS", seen: "No field is answered under the key __typename." };
};
