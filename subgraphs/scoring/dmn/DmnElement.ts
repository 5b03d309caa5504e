/**
 * Element of a decision requirements graph, as fast-xml-parser writes it: members that begin with `@_` are attributes, the others
 * children in the order that the schema of DMN 1.5 asks for.
 */
export interface DmnElement {
  readonly "@_id": string;
  readonly "@_name": string;
  readonly informationRequirement?: readonly DmnRequirement[];
  readonly [child: string]: unknown;
}

/** What a decision rests on: one of the two. */
export interface DmnRequirement {
  readonly "@_id": string;
  readonly requiredInput?: { readonly "@_href": string };
  readonly requiredDecision?: { readonly "@_href": string };
}
