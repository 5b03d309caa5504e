import { readCatalogue } from "../../bypass/readCatalogue.ts";

const catalogue = readCatalogue();

/** Title of the tests of a way: its id and its sentence in the catalogue. */
export function way(id: string): string {
  const found = catalogue.get(id);
  if (found === undefined) throw new Error(`bypass/catalogue.yaml has no ${id}.`);
  return `${id} ${found.sentence}`;
}
