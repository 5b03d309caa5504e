import { readFileSync } from "node:fs";
import { csvHead, exportCsv } from "../../../schema/accessExport/exportCsv.ts";
import { exportJsonLines } from "../../../schema/accessExport/exportJsonLines.ts";
import { bundleFaultCodes, verifyBundle } from "../../../schema/accessExport/verifyBundle.ts";
import type { Findings } from "./Findings.ts";
import { readPublicKey } from "./readPublicKey.ts";

/** Documents that are compared with what the bundle proves. */
export interface BundledFiles {
  readonly csv: string | null;
  readonly jsonLines: string | null;
}

/** Judges exported access records by their bundle and the logs' public keys, nothing else. @throws Error with one line that says what to do */
export function printBundle(file: string, keyFiles: readonly string[], { csv, jsonLines }: BundledFiles): Findings {
  const { faults, records, untold } = verifyBundle(textOf(file), keyFiles.map(readPublicKey));
  const compared = [
    ...(csv === null ? [] : [[csv, `${csvHead}${exportCsv(records)}`]]),
    ...(jsonLines === null ? [] : [[jsonLines, exportJsonLines(records)]]),
  ] as const;
  const differing = compared.filter(([name, expected]) => textOf(name ?? "") !== expected).map(([name]) => name);
  const holds = faults.length === 0 && differing.length === 0;
  const lines = [
    `${records.length} records proven, ${untold} data subjects of them not told.`,
    ...faults.map(({ line, code }) => `  ${file} line ${line}: ${code}. ${bundleFaultCodes[code]}`),
    ...differing.map((name) => `  ${name} is not what the bundle proves.`),
    holds ? "The bundle verifies." : "The bundle does not verify.",
  ];
  return { output: `${lines.join("\n")}\n`, holds };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`${file} cannot be read. Name a file of an export.`);
  }
}
