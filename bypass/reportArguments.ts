import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse as parseDocument } from "graphql";
import { parse } from "yaml";
import { z } from "zod";
import type { Catalogue, Way } from "./readCatalogue.ts";

const formats = ["text", "json", "html"] as const;

/** What `npm run bypass-report` is asked to do. */
export interface ReportArguments {
  readonly help: boolean;
  readonly format: (typeof formats)[number];
  readonly list: boolean;
  /** Ways whose defence is taken away; null: none. */
  readonly without: readonly Way[] | null;
  /** Gateway to be asked; null: the tests are run. */
  readonly gateway: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly document: string;
  } | null;
}

const config = z.strictObject({
  /** Headers of the requester. */
  headers: z.record(z.string(), z.string()).default({}),
  /** An operation that the requester may ask. */
  query: z.string().default("{ __typename }"),
});

/** @throws Error with one line that says what to do */
export function reportArguments(given: readonly string[], catalogue: Catalogue): ReportArguments {
  const { values } = parseArgs({
    args: [...given],
    strict: true,
    allowPositionals: false,
    options: {
      help: { type: "boolean", short: "h", default: false },
      json: { type: "boolean", default: false },
      html: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      without: { type: "string", multiple: true },
      url: { type: "string" },
      header: { type: "string", multiple: true, default: [] },
      config: { type: "string" },
    },
  });
  if (values.json && values.html) throw new Error("--json and --html exclude each other.");
  if ([values.list, values.without !== undefined, values.url !== undefined].filter(Boolean).length > 1) {
    throw new Error("--list, --without and --url exclude each other.");
  }
  if (values.url === undefined && (values.header.length > 0 || values.config !== undefined)) {
    throw new Error("--header and --config go with --url.");
  }
  return {
    help: values.help,
    format: values.json ? "json" : values.html ? "html" : "text",
    list: values.list,
    without: values.without === undefined ? null : waysOf(values.without, catalogue),
    gateway: values.url === undefined ? null : gatewayOf(values.url, values.header, values.config),
  };
}

function waysOf(ids: readonly string[], catalogue: Catalogue): readonly Way[] {
  if (ids.includes("all")) return [...catalogue.values()];
  return ids.map((id) => {
    const way = catalogue.get(id);
    if (way === undefined)
      throw new Error(`--without: there is no way ${id}. Name one from W-01 to W-${catalogue.size}, or all.`);
    return way;
  });
}

function gatewayOf(url: string, headers: readonly string[], file: string | undefined): ReportArguments["gateway"] {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error("--url must be an http or https address.");
  const { headers: more, query } = file === undefined ? config.parse({}) : readConfig(file);
  const given = headers.map((header) => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(header) ?? [];
    if (name === undefined || value === undefined) throw new Error('--header must be "Name: value".');
    return [name.toLowerCase(), value] as const;
  });
  return { url, headers: { ...more, ...Object.fromEntries(given) }, document: query };
}

function readConfig(file: string): z.infer<typeof config> {
  try {
    const read = config.parse(parse(readFileSync(file, "utf8")));
    parseDocument(read.query);
    return read;
  } catch {
    throw new Error(
      `--config: ${file} must be a readable YAML file with headers (names to values) and query (an operation).`,
    );
  }
}
