/** Record that relations are judged on: the nearest person or case at or above a field. */
export type Anchor =
  | { readonly type: "Person"; readonly key: string }
  | { readonly type: "Case"; readonly key: string }
  | { readonly type: "None" };

export const noAnchor: Anchor = { type: "None" };

/**
 * The anchor that an object of a type with relation facts makes of itself: a person by its `personRef`, everything else by the
 * `caseRef` of the case it is or is about. The type decides, never what else the object happens to carry.
 *
 * @returns no anchor for an object without that key: nothing is then granted on it
 */
export function anchorOf(typeName: string, object: unknown): Anchor {
  if (object === null || typeof object !== "object") return noAnchor;
  const { caseRef, personRef } = object as { caseRef?: unknown; personRef?: unknown };
  if (typeName === "Person") return typeof personRef === "string" ? { type: "Person", key: personRef } : noAnchor;
  return typeof caseRef === "string" ? { type: "Case", key: caseRef } : noAnchor;
}
