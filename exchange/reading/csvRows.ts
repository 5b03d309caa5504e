import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { ImportError } from "../ImportError.ts";
import { limits } from "../limits.ts";
import { decodeText } from "./decodeText.ts";

/**
 * Rows of a CSV file (RFC 4180, with a delimiter of the profile), the head included.
 *
 * @throws ImportError for a file that is cut off within a value, has a row beyond the limit, or is in another encoding
 */
export async function* csvRows(
  file: string,
  encoding: "UTF-8" | "ISO-8859-1",
  delimiter: string,
): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.rowCharactersMax,
  });
  const text = Readable.from(decodeText(file, encoding));
  text.once("error", (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const row of parser as AsyncIterable<readonly string[]>) yield row;
  } catch (error) {
    throw explained(error);
  } finally {
    text.destroy();
  }
}

function explained(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = "lines" in error ? ` in line ${error.lines}` : "";
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new ImportError("The file ends within a quoted value: it is cut off. Export it again.");
    case "CSV_MAX_RECORD_SIZE":
      return new ImportError(
        `A row${line} has more than ${limits.rowCharactersMax} characters: a quotation mark may be open. Export the file again.`,
      );
    default:
      return new ImportError(`The file is no CSV that can be read${line} (${error.code}). Export it again.`);
  }
}
