import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import PDFDocument from "pdfkit";
import type { ProjectReport, ProjectTable } from "../ProjectReport.ts";
import { germanNumber } from "./germanNumber.ts";
import { plotDomain } from "./plotDomain.ts";
import { reportTitle, simulationNotice } from "./reportWords.ts";
import { tableCells, tableHead } from "./tableHead.ts";

type Document = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Document["struct"]>;

const margin = 50;
const width = 595.28 - 2 * margin;
const bottom = 841.89 - margin;
const plotRowHeight = 11;
const sizes = { H1: 18, H2: 15, H3: 12, H4: 10, P: 8.5, LBody: 8.5 } as const;
const columns = [0, 0.36, 0.47, 0.66, 0.76, 1] as const;
const fonts = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

/**
 * The report as a tagged PDF of A4 pages: language, title, headings, lists, tables with header cells, plots with a text in their place; both fonts embedded. No
 * conformance to PDF/UA is claimed.
 */
export function renderProjectPdf(report: ProjectReport): Promise<Buffer> {
  const title = reportTitle(report);
  const document = new PDFDocument({
    size: "A4",
    margin,
    pdfVersion: "1.7",
    tagged: true,
    lang: "de-DE",
    displayTitle: true,
    info: { Title: title, CreationDate: new Date(`${report.to}T12:00:00Z`) },
    font: join(fonts, "DejaVuSans.ttf"),
  });
  document.registerFont("body", join(fonts, "DejaVuSans.ttf"));
  document.registerFont("bold", join(fonts, "DejaVuSans-Bold.ttf"));
  const parts: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
  const root = document.struct("Document");
  document.addStructure(root);
  text(document, root, "H1", title);
  const notice = simulationNotice(report);
  if (notice !== null) text(document, root, "P", notice);
  for (const part of report.parts) {
    text(document, root, "H2", `(${part.letter}) ${part.title}`);
    for (const section of part.sections) {
      text(document, root, "H3", section.title);
      text(document, root, "P", section.text);
      for (const table of section.tables) drawTable(document, root, table, report.simulation !== null);
      for (const { title: name, items } of section.lists) drawList(document, root, name, items);
    }
  }
  if (report.simulation !== null) drawList(document, root, "Annahmen der Simulation", report.simulation.assumptions);
  root.end();
  document.end();
  return ended;
}

function text(document: Document, parent: Structure, kind: "H1" | "H2" | "H3" | "H4" | "P", words: string): void {
  const isHeading = kind !== "P";
  keepTogether(document, isHeading ? 60 : 20);
  document
    .font(isHeading ? "bold" : "body")
    .fontSize(sizes[kind])
    .fillColor("#1a1a1a");
  const height = document.heightOfString(words, { width });
  if (document.y + height > bottom && height < 400) document.addPage();
  parent.add(document.struct(kind, {}, () => void document.text(words, margin, document.y, { width })));
  document.y += isHeading ? 4 : 6;
}

function drawList(document: Document, parent: Structure, title: string, items: readonly string[]): void {
  text(document, parent, "H4", title);
  const list = document.struct("L");
  parent.add(list);
  for (const item of items) {
    const line = document.struct("LI");
    list.add(line);
    document.font("body").fontSize(sizes.LBody);
    keepTogether(document, document.heightOfString(item, { width: width - 12 }) + 2);
    const y = document.y;
    line.add(document.struct("Lbl", {}, () => void document.text("–", margin, y, { width: 10, lineBreak: false })));
    line.add(document.struct("LBody", {}, () => void document.text(item, margin + 12, y, { width: width - 12 })));
    line.end();
    document.y += 2;
  }
  list.end();
  document.y += 6;
}

function drawTable(document: Document, parent: Structure, table: ProjectTable, isSimulated: boolean): void {
  // A title stands on the page of its plot and of the head of its figures.
  keepTogether(document, 80 + table.rows.length * plotRowHeight);
  text(document, parent, "H4", table.title);
  drawPlot(document, parent, table);
  const drawn = document.struct("Table");
  parent.add(drawn);
  drawRow(document, drawn, ["Bezeichnung", ...tableHead(table)], true);
  for (const row of table.rows) drawRow(document, drawn, [row.label, ...tableCells(row, isSimulated)], false);
  drawn.end();
  document.y += 10;
}

/** The first cell of a row heads it; the cells of the first row head their columns. */
function drawRow(document: Document, table: Structure, cells: readonly string[], isHead: boolean): void {
  document.font(isHead ? "bold" : "body").fontSize(6.5);
  const widths = cells.map((_, at) => ((columns[at + 1] ?? 1) - (columns[at] ?? 0)) * width - 6);
  const height = Math.max(...cells.map((cell, at) => document.heightOfString(cell, { width: widths[at] ?? 0 }))) + 4;
  keepTogether(document, height);
  const row = document.struct("TR");
  table.add(row);
  const y = document.y;
  for (const [at, cell] of cells.entries()) {
    const x = margin + (columns[at] ?? 0) * width;
    row.add(
      document.struct(
        isHead || at === 0 ? "TH" : "TD",
        {},
        () => void document.text(cell, x, y, { width: widths[at] ?? 0 }),
      ),
    );
  }
  row.end();
  document.y = y + height;
  document.markContent("Artifact", { type: "Layout" });
  document
    .moveTo(margin, document.y - 2)
    .lineTo(margin + width, document.y - 2)
    .lineWidth(0.4)
    .stroke("#d0d4da");
  document.endMarkedContent();
}

function drawPlot(document: Document, parent: Structure, table: ProjectTable): void {
  const [least, most] = plotDomain(table);
  const left = margin + 0.36 * width;
  const at = (value: number) => left + ((value - least) / (most - least)) * (margin + width - left - 20);
  const rowHeight = plotRowHeight;
  const height = table.rows.length * rowHeight + 14;
  keepTogether(document, height);
  const top = document.y;
  const said = table.rows.map(({ label, value }) => `${label}: ${germanNumber(value)}`).join("; ");
  const alt = `Balkendiagramm, ${table.title}, ${table.unit}. ${said}.`;
  parent.add(
    document.struct("Figure", { alt, bbox: [margin, top, margin + width, top + height] } as never, () => {
      document.font("body").fontSize(6);
      for (const [index, { label, value, low, high }] of table.rows.entries()) {
        const y = top + index * rowHeight;
        document.fillColor("#1a1a1a").text(label.length > 48 ? `${label.slice(0, 47)}…` : label, margin, y + 1, {
          width: left - margin - 6,
          align: "right",
          lineBreak: false,
        });
        if (value === null) document.text("–", left + 2, y + 1, { lineBreak: false });
        else
          document.rect(Math.min(at(0), at(value)), y, Math.max(0.5, Math.abs(at(value) - at(0))), 7.5).fill("#7d9cc0");
        if (low !== null && high !== null)
          document
            .moveTo(at(low), y + 3.7)
            .lineTo(at(high), y + 3.7)
            .lineWidth(1)
            .stroke("#001d3d");
      }
      document.fillColor("#555");
      for (const part of [0, 0.5, 1]) {
        const tick = least + part * (most - least);
        document.text(germanNumber(tick), at(tick) - 20, top + height - 12, {
          width: 40,
          align: "center",
          lineBreak: false,
        });
      }
    }),
  );
  document.fillColor("#1a1a1a");
  document.y = top + height;
}

function keepTogether(document: Document, height: number): void {
  if (document.y + height > bottom) document.addPage();
}
