import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerDocument } from "../../../gateway/rights/AnswerDocument.ts";
import { renderAnswer } from "../../../gateway/rights/renderAnswer.ts";
import { objectsOf, type StructureElement, structureOf } from "./structureOf.ts";

const answer: AnswerDocument = {
  title: "Auskunft über Ihre Daten",
  office: "Kreis Borken",
  mark: null,
  sections: [
    {
      heading: "Ihre Daten",
      paragraphs: ["Gespeichert sind diese Angaben zu Şükran Łukasiewicz."],
      tables: [
        {
          caption: "Personalien",
          headers: ["Angabe", "Inhalt", "Quelle"],
          // More than one page.
          rows: Array.from({ length: 60 }, (_, at) => [`Angabe ${at}`, "Inhalt", "Kreis Borken"]),
        },
      ],
    },
    { heading: "Ihre Rechte", paragraphs: ["Sie können Berichtigung verlangen."], tables: [] },
  ],
};

let pdf: Buffer;
beforeAll(async () => {
  pdf = await renderAnswer(answer, new Date("2026-06-15T10:00:00Z"));
});

describe("The answer as a PDF", () => {
  test("says that it is tagged, that it is German, and shows its title", () => {
    const catalog = [...objectsOf(pdf).values()].find((text) => text.includes("/Type /Catalog")) ?? "";
    expect(catalog).toContain("/Lang (de-DE)");
    const marked = Number(/\/MarkInfo (\d+) 0 R/.exec(catalog)?.[1]);
    expect(objectsOf(pdf).get(marked)).toContain("/Marked true");
    expect(pdf.toString("latin1")).toContain("/DisplayDocTitle true");
    const title = Number(/\/Title (\d+) 0 R/.exec(pdf.toString("latin1"))?.[1]);
    expect(textOf(objectsOf(pdf).get(title) ?? "")).toBe(answer.title);
  });

  test("has A4 pages", () => {
    const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box);
    expect(boxes.length).toBeGreaterThan(1);
    expect(new Set(boxes)).toEqual(new Set(["0 0 595.28 841.89"]));
  });

  test("embeds the two weights it uses, and names no font beside them", () => {
    const text = pdf.toString("latin1");
    expect(text.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(text.match(/\/Subtype \/Type0/g)).toHaveLength(2);
    expect(text).not.toMatch(/\/Subtype \/(Type1|TrueType)\b/);
  });

  test("has its parts in the tree in the order of the page: title, office, sections with heading, text, caption and table", () => {
    const tree = structureOf(pdf);
    expect(tree.type).toBe("Document");
    expect(tree.children.map(({ type }) => type)).toEqual(["H1", "P", "Sect", "Sect"]);
    expect(tree.children[2]?.children.map(({ type }) => type)).toEqual(["H2", "P", "H3", "Table"]);
    expect(tree.children[3]?.children.map(({ type }) => type)).toEqual(["H2", "P"]);
  });

  test("has a row of headers, each of its column, and every row with a cell for each", () => {
    const [first, ...rest] = tableOf(structureOf(pdf)).children;
    expect(first?.children.map(({ type }) => type)).toEqual(["TH", "TH", "TH"]);
    for (const { attributes } of first?.children ?? []) expect(attributes).toContain("/Scope /Column");
    expect(rest).toHaveLength(60);
    for (const row of rest) expect(row.children.map(({ type }) => type)).toEqual(["TD", "TD", "TD"]);
  });
});

function tableOf(tree: StructureElement): StructureElement {
  const table = tree.children[2]?.children.at(-1);
  if (table === undefined) throw new Error("There is no table.");
  return table;
}

/** A text of a PDF: UTF-16 with its mark, or Latin letters; brackets and backslashes stand behind a backslash. */
function textOf(text: string): string {
  const bytes = Buffer.from(text.replace(/^\(([\s\S]*)\)$/, "$1").replaceAll(/\\([()\\])/g, "$1"), "latin1");
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString("utf16le")
    : bytes.toString("latin1");
}
