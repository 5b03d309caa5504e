import { type Provision, parseProvision } from "./parseProvision.ts";

/** Whether a provision, as written in a register, is on the list. */
export type ProvisionList = (provision: string) => boolean;

/**
 * A list of provisions of one law.
 *
 * @param law abbreviation, for example `StGB`
 * @param parts single sections (`171`), ranges (`174-180a`, both ends included), a section with its paragraph (`201a(3)`)
 *   or with paragraph and number (`29(1)1`). A part with a paragraph fits no entry that leaves the paragraph out
 */
export function provisionList(law: string, parts: readonly string[]): ProvisionList {
  const tests = parts.map(testOf);
  return (text) => {
    const provision = parseProvision(text);
    return provision !== null && provision.law === law && tests.some((test) => test(provision));
  };
}

function testOf(part: string): (provision: Provision) => boolean {
  const match = /^(\d+[a-z]?)(?:-(\d+[a-z]?))?(?:\((\d+)\)(\d+)?)?$/.exec(part);
  const [, first, last, paragraph, number] = match ?? [];
  if (first === undefined) throw new Error(`${part} is no part of a list of provisions.`);
  return (provision) =>
    order(provision.section) >= order(first) &&
    order(provision.section) <= order(last ?? first) &&
    (paragraph === undefined || provision.paragraph === paragraph) &&
    (number === undefined || provision.number === number);
}

/** `180a` comes after `180` and before `181`. */
function order(section: string): number {
  const letter = section.at(-1) ?? "";
  const isLetter = /[a-z]/.test(letter);
  return Number.parseInt(section, 10) * 100 + (isLetter ? letter.charCodeAt(0) - 96 : 0);
}
