import { parseArgs } from "node:util";
import { ImportError } from "./ImportError.ts";

const options = {
  url: { type: "string" },
  as: { type: "string" },
  "token-file": { type: "string" },
  reason: { type: "string" },
  encoding: { type: "string" },
  state: { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** What the command was asked to do. */
export interface ImportArguments {
  readonly help: boolean;
  /** Name of the profile, or `retry`. */
  readonly profile: string;
  /** File or folder; null with `retry`. */
  readonly source: string | null;
  readonly url: string;
  readonly persona: string | null;
  readonly tokenFile: string | null;
  readonly reason: string;
  readonly encoding: "UTF-8" | "ISO-8859-1" | null;
  /** Folder of quarantine and checkpoints. */
  readonly state: string;
  readonly isTrial: boolean;
  readonly json: boolean;
}

/**
 * Reads the command line.
 *
 * @throws ImportError with exit code 2
 */
export function importArguments(args: readonly string[], environment: NodeJS.ProcessEnv): ImportArguments {
  const { values, positionals } = parsed(args);
  const [profile = "", source = null, ...others] = positionals;
  const isTrial = values["dry-run"] ?? false;
  const encoding = values.encoding?.toUpperCase() ?? null;
  if (!values.help) {
    if (profile === "" || others.length > 0 || (profile === "retry") !== (source === null)) {
      throw miscalled("Name a profile and a file or folder, or retry");
    }
    if (!isTrial && (values.reason ?? "").trim() === "") throw miscalled("State a reason: --reason");
    if (encoding !== null && encoding !== "UTF-8" && encoding !== "ISO-8859-1") {
      throw miscalled("--encoding is UTF-8 or ISO-8859-1");
    }
  }
  return {
    help: values.help ?? false,
    profile,
    source,
    url: (values.url ?? environment.SICHTFELD_URL ?? "http://127.0.0.1:4000").replace(/\/+$/, ""),
    persona: values.as ?? null,
    tokenFile: values["token-file"] ?? null,
    reason: values.reason ?? "",
    encoding: encoding as ImportArguments["encoding"],
    state: values.state ?? environment.SICHTFELD_EXCHANGE ?? ".exchange",
    isTrial,
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw miscalled((error as Error).message.split(". ")[0] ?? "");
  }
}

function miscalled(why: string): ImportError {
  return new ImportError(`${why}. See npm run import -- --help.`, 2);
}
