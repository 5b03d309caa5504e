/** Sets a member of an object. `__proto__` is a name like any other in an answer, and a setter in JavaScript. */
export function putMember(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  } else object[name] = value;
}
