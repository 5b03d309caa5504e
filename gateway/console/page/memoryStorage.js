/**
 * What GraphiQL would keep in the browser's storage (tabs, history) stays in memory: queries name persons and cases,
 * and nothing of that may outlive the page.
 */
export function memoryStorage() {
  const entries = new Map();
  return {
    get length() {
      return entries.size;
    },
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
