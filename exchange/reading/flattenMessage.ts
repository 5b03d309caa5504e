import { SaxesParser } from "saxes";
import { ImportError } from "../ImportError.ts";
import type { LoadedProfile } from "../profiles/LoadedProfile.ts";
import type { RawItem } from "./Item.ts";

interface Open {
  readonly name: string;
  readonly path: string;
  text: string;
  hasChildren: boolean;
}

/**
 * A message as one raw item for each of its facts: paths of elements below the root to their texts. A fact has the paths of its own below
 * its element, with the element's name as `element`, beside those of the rest of the message. An element that comes again is joined by a
 * comma; one that the profile repeats is numbered. References to facts have their kind as part of `element`.
 *
 * @throws ImportError for a document type: it could define entities without end
 */
export function flattenMessage(xml: string, profile: LoadedProfile): readonly RawItem[] {
  const repeated = new Set(profile.facts.flatMap(({ below }) => (below === undefined ? [] : [below.element])));
  const message: Record<string, string> = {};
  const facts: Record<string, string>[] = [];
  const open: Open[] = [];
  const numbers = new Map<string, number>();
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new ImportError("A message has a document type (DOCTYPE), which is never taken.");
  });
  parser.on("opentag", ({ name, isSelfClosing: _ }) => {
    const local = name.split(":").at(-1) ?? name;
    const above = open.at(-1);
    if (above !== undefined) above.hasChildren = true;
    const isFact = open.length === 1 && profile.elements.includes(local);
    if (isFact) facts.push({ element: local });
    open.push({
      name: local,
      path: isFact || above === undefined ? "" : pathOf(above.path, local),
      text: "",
      hasChildren: false,
    });
  });
  parser.on("text", (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed === undefined || closed.hasChildren || closed.path === "") return;
    const isInFact = open.length > 1 && profile.elements.includes(open[1]?.name ?? "");
    const target = isInFact ? (facts.at(-1) ?? message) : message;
    const before = target[closed.path];
    target[closed.path] = before === undefined ? closed.text : `${before},${closed.text}`;
  });
  parser.write(xml).close();
  return facts.map((fact) => {
    const element = fact.art === undefined ? fact.element : `${fact.element} ${fact.art}`;
    return { ...message, ...fact, element: element ?? "" };
  });

  function pathOf(above: string, local: string): string {
    const path = above === "" ? local : `${above}/${local}`;
    if (!repeated.has(path)) return path;
    const key = `${facts.length} ${path}`;
    numbers.set(key, (numbers.get(key) ?? 0) + 1);
    return `${path}[${numbers.get(key)}]`;
  }
}
