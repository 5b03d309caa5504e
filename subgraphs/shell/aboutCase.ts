const declared = new WeakMap<object, string>();

/**
 * Says which case a value is about where no case stands above it in the answer: the payload of a mutation, an entry of a
 * list. The fields of the value, and what lies below them, are then judged on the relations to that case.
 */
export function aboutCase<V extends object>(caseRef: string, value: V): V {
  declared.set(value, caseRef);
  return value;
}

/** The case that a value was declared to be about; null for none. */
export function declaredCase(value: object): string | null {
  return declared.get(value) ?? null;
}
