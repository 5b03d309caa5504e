import { disguising } from "../disguising.ts";
import { GatewayError } from "../errors.ts";
import { limits } from "../limits.ts";
import { headerValues } from "./headerValues.ts";

/** What a request states about itself; null where a header is missing or empty. */
export interface AccessHeaders {
  readonly purpose: string | null;
  readonly caseRef: string | null;
  readonly reason: string | null;
}

/** Limits of the values in characters (code points), decoded. */
const charactersMax = {
  "Access-Purpose": "purposeCharactersMax",
  "Access-Case": "caseCharactersMax",
  "Access-Reason": "reasonCharactersMax",
} as const;

/**
 * Reads `Access-Purpose`, `Access-Case` and `Access-Reason`: percent-encoded UTF-8, given back in normal form (NFC)
 * without blanks around.
 *
 * @param rawHeaders names and values in turn, as Node's `rawHeaders`
 * @throws GatewayError HEADER_INVALID naming the header; its value is never repeated
 */
export function accessHeaders(rawHeaders: readonly string[]): AccessHeaders {
  return {
    purpose: stated(rawHeaders, "Access-Purpose"),
    caseRef: stated(rawHeaders, "Access-Case"),
    reason: stated(rawHeaders, "Access-Reason"),
  };
}

function stated(rawHeaders: readonly string[], header: keyof typeof charactersMax): string | null {
  const [value, ...others] = headerValues(rawHeaders, header);
  if (value === undefined) return null;
  if (others.length > 0) throw invalid(header, "may be sent once only");
  const text = decoded(header, value).normalize("NFC").trim();
  if (disguising.test(text)) throw invalid(header, "must not contain control characters");
  const limit = charactersMax[header];
  if ([...text].length > limits[limit]) throw invalid(header, `is longer than ${limits[limit]} characters`, { limit });
  return text === "" ? null : text;
}

function decoded(header: string, value: string): string {
  if (!/^[\x20-\x7e]*$/.test(value)) throw invalid(header, "must be percent-encoded UTF-8");
  try {
    return decodeURIComponent(value);
  } catch {
    throw invalid(header, "must be percent-encoded UTF-8");
  }
}

function invalid(header: string, what: string, details: Readonly<Record<string, unknown>> = {}): GatewayError {
  return new GatewayError("HEADER_INVALID", `The header ${header} ${what}.`, { header, ...details });
}
