import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { importCommand } from "../../exchange/importCommand.ts";

/** Day on which the tests import. */
export const today = "2026-06-15";

/** What a run of the command printed, and how it ended. */
export interface Ran {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
  // biome-ignore lint/suspicious/noExplicitAny: of `--json`, whatever it holds
  readonly json: any;
}

/** Runs `npm run import` with these arguments. */
export async function runCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  day = today,
): Promise<Ran> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const exitCode = await importCommand(args, environment, { output, errors, pauseMilliseconds: 1 }, day);
  const text = String(output.read() ?? "");
  return {
    output: text,
    errors: String(errors.read() ?? ""),
    exitCode,
    json: args.includes("--json") && text !== "" ? JSON.parse(text) : null,
  };
}

/** A folder of its own that goes with the test file. */
export function ownFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "sichtfeld-exchange-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
