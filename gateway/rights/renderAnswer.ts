import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { AnswerDocument, AnswerSection, AnswerTable } from "./AnswerDocument.ts";
import { sfntOf } from "./sfntOf.ts";

const fonts = createRequire(import.meta.url).resolve("@kern-ux/native/package.json");

/** A weight of Noto Sans (SIL Open Font License), out of the design system's package. */
function weight(name: string): Buffer {
  return sfntOf(readFileSync(new URL(`dist/fonts/noto-sans/NotoSans-${name}.woff`, `file://${fonts}`)));
}

const regular = weight("Regular");
const bold = weight("Bold");

/** Left and right, top and bottom, in points; DIN 5008 leaves 25 mm at the left. */
const margins = { left: 71, right: 57, top: 57, bottom: 71 };
const sizes = { title: 18, heading: 13, text: 10, table: 8.5 } as const;
const cellPadding = 3;

/** Whose header it is. pdfkit knows the attribute, its types do not. */
const columnHeader = { scope: "Column" } as PDFKit.Mixins.StructureElementOptions;

/**
 * Sets the answer as a tagged PDF of A4 pages: structure tree, language, title and embedded fonts, table headers as such.
 *
 * @param now stands in the file as the instant at which it was made
 */
export function renderAnswer(answer: AnswerDocument, now: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margins,
    pdfVersion: "1.7",
    tagged: true,
    lang: "de-DE",
    displayTitle: true,
    // Nothing is set before the font is there: pdfkit would embed none of the standard ones.
    font: regular as unknown as string,
    info: { Title: answer.title, Author: answer.office, CreationDate: now },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  pdf.registerFont("regular", regular).registerFont("bold", bold);
  const body = pdf.struct("Document");
  pdf.addStructure(body);
  body.add(text(pdf, "H1", answer.title, "bold", sizes.title));
  body.add(text(pdf, "P", answer.office, "regular", sizes.text));
  if (answer.mark !== null) body.add(text(pdf, "P", answer.mark, "bold", sizes.text));
  for (const section of answer.sections) addSection(pdf, body, section);
  body.end();
  pdf.end();
  return whole;
}

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;
type Font = "regular" | "bold";

function addSection(pdf: Pdf, body: Element, { heading, paragraphs, tables }: AnswerSection): void {
  const section = pdf.struct("Sect");
  body.add(section);
  // A heading does not stand alone at the foot of a page.
  if (room(pdf) < 90) pdf.addPage();
  section.add(text(pdf, "H2", heading, "bold", sizes.heading));
  for (const paragraph of paragraphs) section.add(text(pdf, "P", paragraph, "regular", sizes.text));
  for (const table of tables) addTable(pdf, section, table);
  section.end();
}

/** An element of one text. It is set at once, so that its place in the tree is that on the page. */
function text(pdf: Pdf, type: "H1" | "H2" | "H3" | "P", words: string, font: Font, size: number): Element {
  return pdf.struct(type, {}, () => {
    pdf
      .font(font)
      .fontSize(size)
      .text(words, margins.left, pdf.y, { width: width(pdf), paragraphGap: size / 2 });
  });
}

function addTable(pdf: Pdf, section: Element, { caption, headers, rows }: AnswerTable): void {
  section.add(text(pdf, "H3", caption, "bold", sizes.text));
  const table = pdf.struct("Table");
  section.add(table);
  const columns = columnWidths(width(pdf), headers.length);
  addRow(pdf, table, headers, columns, "TH");
  for (const row of rows) addRow(pdf, table, row, columns, "TD");
  table.end();
  pdf.y += sizes.text;
}

function addRow(
  pdf: Pdf,
  table: Element,
  cells: readonly string[],
  columns: readonly number[],
  type: "TH" | "TD",
): void {
  const font: Font = type === "TH" ? "bold" : "regular";
  pdf.font(font).fontSize(sizes.table);
  const height = Math.max(...cells.map((cell, at) => pdf.heightOfString(cell, { width: inner(columns, at) })));
  if (room(pdf) < height + 2 * cellPadding) pdf.addPage();
  const top = pdf.y;
  const row = pdf.struct("TR");
  table.add(row);
  let left = margins.left;
  for (const [at, cell] of cells.entries()) {
    const x = left + cellPadding;
    const set = () => {
      pdf
        .font(font)
        .fontSize(sizes.table)
        .text(cell, x, top + cellPadding, { width: inner(columns, at) });
    };
    row.add(pdf.struct(type, type === "TH" ? columnHeader : {}, set));
    left += columns[at] ?? 0;
  }
  row.end();
  pdf.y = top + height + 2 * cellPadding;
  // A line is no content: a reader need not be told of it.
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .moveTo(margins.left, pdf.y)
    .lineTo(margins.left + width(pdf), pdf.y)
    .lineWidth(0.5)
    .stroke("#8a8a8a");
  pdf.endMarkedContent();
}

/** The first column names a thing, the second says most; the others are short. */
function columnWidths(whole: number, columns: number): readonly number[] {
  const shares = Array.from({ length: columns }, (_, at) => (at === 1 ? 2 : 1));
  const sum = shares.reduce((one, other) => one + other, 0);
  return shares.map((share) => (whole * share) / sum);
}

function inner(columns: readonly number[], at: number): number {
  return (columns[at] ?? 0) - 2 * cellPadding;
}

function width(pdf: Pdf): number {
  return pdf.page.width - margins.left - margins.right;
}

/** What is left of the page, in points. */
function room(pdf: Pdf): number {
  return pdf.page.height - margins.bottom - pdf.y;
}
