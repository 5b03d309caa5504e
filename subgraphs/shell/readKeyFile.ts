import { readFileSync } from "node:fs";

/**
 * A key of 32 bytes from a file of 64 hexadecimal digits.
 *
 * @param variable name of the variable that names the file, for the message
 * @throws Error with one line that says what to do
 */
export function readKeyFile(variable: string, file: string): Buffer {
  const digits = readText(file);
  if (digits !== null && /^[0-9a-f]{64}$/i.test(digits)) return Buffer.from(digits, "hex");
  const fault = digits === null ? "cannot be read" : "does not hold 64 hexadecimal digits";
  throw new Error(`The file named by ${variable} ${fault}. Make one: openssl rand -hex 32`);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}
