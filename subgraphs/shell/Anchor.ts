/** Record that relations are judged on: the nearest person or case at or above a field. */
export type Anchor =
  | { readonly type: "Person"; readonly key: string }
  | { readonly type: "Case"; readonly key: string }
  | { readonly type: "None" };

export const noAnchor: Anchor = { type: "None" };

/**
 * The anchor that an object makes of itself: a case by its `caseRef`, else a person by its `personRef`.
 *
 * @returns null for an object that carries neither
 */
export function anchorOf(object: unknown): Anchor | null {
  if (object === null || typeof object !== "object") return null;
  const { caseRef, personRef } = object as { caseRef?: unknown; personRef?: unknown };
  if (typeof caseRef === "string") return { type: "Case", key: caseRef };
  if (typeof personRef === "string") return { type: "Person", key: personRef };
  return null;
}
