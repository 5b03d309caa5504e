import { statSync } from "node:fs";
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { ImportError } from "../ImportError.ts";
import { limits } from "../limits.ts";

const sheetName = /^xl\/worksheets\/sheet1\.xml$/;
const textsName = "xl/sharedStrings.xml";

/**
 * Rows of the first sheet of an XLSX file (ECMA-376), the head included, as texts: days are the numbers that the file holds. What cells
 * share is held in memory up to a limit; the sheet itself streams.
 *
 * @throws ImportError for a file that is no XLSX, is beyond a limit, unpacked too, or has a document type
 */
export async function* xlsxRows(file: string): AsyncGenerator<readonly string[]> {
  if (statSync(file).size > limits.workbookBytesMax) throw tooLarge();
  const zip = await open(file);
  try {
    const entries = await listEntries(zip);
    const budget = { bytes: limits.workbookUnpackedBytesMax };
    const texts = await readTexts(zip, entries.get(textsName), budget);
    const sheet = [...entries].find(([name]) => sheetName.test(name))?.[1];
    if (sheet === undefined) throw new ImportError("The file is no XLSX with a first sheet. Export it again.");
    yield* readSheet(unpacked(zip, sheet, budget), texts);
  } finally {
    zip.close();
  }
}

async function open(file: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(file, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  } catch {
    throw new ImportError("The file is no XLSX, or is cut off. Export it again.");
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.workbookEntriesMax) throw tooLarge();
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

/** Counts what comes out, whatever the file says of itself: a bomb is stopped while it unpacks. */
async function* unpacked(zip: ZipFile, entry: Entry, budget: { bytes: number }): AsyncGenerator<string> {
  if (entry.uncompressedSize > budget.bytes) throw tooLarge();
  const decoder = new TextDecoder("UTF-8", { fatal: true });
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.bytes -= chunk.length;
      if (budget.bytes < 0) throw tooLarge();
      yield decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError("The file is no XLSX that can be unpacked. Export it again.");
  }
}

async function readTexts(
  zip: ZipFile,
  entry: Entry | undefined,
  budget: { bytes: number },
): Promise<readonly string[]> {
  const texts: string[] = [];
  if (entry === undefined) return texts;
  let text = "";
  let isText = false;
  let characters = 0;
  const parser = xmlParser();
  parser.on("opentag", ({ name }) => {
    if (name === "si") text = "";
    isText = name === "t";
  });
  parser.on("text", (given) => {
    if (isText) text += given;
  });
  parser.on("closetag", ({ name }) => {
    isText = false;
    if (name !== "si") return;
    characters += text.length;
    if (characters > limits.workbookTextsMax) throw tooLarge();
    texts.push(text);
  });
  for await (const piece of unpacked(zip, entry, budget)) parser.write(piece);
  parser.close();
  return texts;
}

async function* readSheet(pieces: AsyncIterable<string>, texts: readonly string[]): AsyncGenerator<readonly string[]> {
  let done: string[][] = [];
  let row: string[] = [];
  let width = 0;
  let cell = { column: 0, kind: "n" };
  let value = "";
  let isValue = false;
  const parser = xmlParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "row") row = [];
    if (name === "c") {
      const { r = "", t = "n" } = attributes as Readonly<Record<string, string>>;
      cell = { column: columnOf(r) ?? row.length, kind: t };
      value = "";
    }
    isValue = name === "v" || name === "t";
  });
  parser.on("text", (given) => {
    if (isValue) value += given;
  });
  parser.on("closetag", ({ name }) => {
    isValue = false;
    if (name === "c") {
      while (row.length < cell.column) row.push("");
      row[cell.column] = cell.kind === "s" ? (texts[Number(value)] ?? "") : value;
    }
    if (name === "row") {
      // A sheet leaves out cells that are empty; a row has as many as the head.
      if (width === 0) width = row.length;
      while (row.length < width) row.push("");
      if (row.some((each) => each !== "")) done.push(row);
    }
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield* done;
    done = [];
  }
  parser.close();
}

function xmlParser(): SaxesParser {
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new ImportError("The file has a document type (DOCTYPE), which is never taken.");
  });
  parser.on("error", () => {
    throw new ImportError("The file is no XLSX that can be read. Export it again.");
  });
  return parser;
}

/** Index of the column of a cell reference, for example 27 for `AB12`; null where there is none. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function tooLarge(): ImportError {
  const { workbookBytesMax, workbookUnpackedBytesMax } = limits;
  return new ImportError(
    `The workbook is larger than ${workbookBytesMax} bytes, or ${workbookUnpackedBytesMax} unpacked. Export it as CSV.`,
  );
}
