/** Element of a PDF's structure tree (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly type: string;
  readonly attributes: string;
  readonly children: readonly StructureElement[];
}

/** The indirect objects of a PDF by number, streams left out: what pdfkit writes stands in clear text. */
export function objectsOf(pdf: Buffer): ReadonlyMap<number, string> {
  const objects = pdf.toString("latin1").matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...objects].map(([, number, text]) => [Number(number), (text ?? "").split("\nstream\n")[0] ?? ""]));
}

/**
 * The structure tree of a PDF, from its root element on.
 *
 * @throws Error for a file without one
 */
export function structureOf(pdf: Buffer): StructureElement {
  const objects = objectsOf(pdf);
  const root = [...objects.values()].find((text) => text.includes("/Type /StructTreeRoot"));
  const [top] = root === undefined ? [] : kidsOf(root);
  if (top === undefined) throw new Error("The file has no structure tree.");
  return elementOf(objects, top);
}

function elementOf(objects: ReadonlyMap<number, string>, number: number): StructureElement {
  const text = objects.get(number) ?? "";
  const kids = kidsOf(text).filter((kid) => /\/S \/\w+/.test(objects.get(kid) ?? ""));
  return {
    type: /\/S \/(\w+)/.exec(text)?.[1] ?? "",
    attributes: /\/A (?:<<([\s\S]*?)>>)/.exec(text)?.[1] ?? "",
    children: kids.map((kid) => elementOf(objects, kid)),
  };
}

/** Objects under `/K`: marked content stands there by number alone or as a dictionary, elements by reference. */
function kidsOf(text: string): readonly number[] {
  const kids = /\/K (\[[\s\S]*?\]|\d+ 0 R)/.exec(text)?.[1] ?? "";
  return [...kids.replaceAll(/<<[\s\S]*?>>/g, "").matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}
