import { erasureEntry, identificationEntry, operationEntry } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";
import type { AccessEntry, FailedIdentification } from "./AccessEntry.ts";
import { AccessLogError } from "./AccessLogError.ts";
import type { ErasureOrder } from "./ErasureOrder.ts";
import { fitting } from "./fitting.ts";
import { logEntries, type Tokens } from "./logEntries.ts";
import { plainText } from "./plainText.ts";

/**
 * The entries of one access as canonical JSON, the operation first: what the log writes, but for number and chain.
 *
 * @param count requests that the entry stands for
 * @throws AccessLogError ENTRY_INVALID for what a reader would not accept
 */
export function accessTexts(entry: AccessEntry, count: number, recordedAt: string, tokens: Tokens): readonly string[] {
  return valid(() => {
    const { operation, subjects } = logEntries(entry, count, recordedAt, tokens);
    operationEntry.parse(operation);
    return [operation, ...subjects].map((each) => fitting(plainText(each)));
  });
}

/** The entry of failed identifications as canonical JSON. @throws AccessLogError ENTRY_INVALID */
export function identificationText(failure: FailedIdentification, count: number, recordedAt: string): string {
  return valid(() => {
    const at = new Date(failure.at).toISOString();
    return fitting(
      canonicalJson(identificationEntry.parse({ v: 1, type: "identification", ...failure, count, at, recordedAt })),
    );
  });
}

/** The entry of an erasure as canonical JSON. @throws AccessLogError ENTRY_INVALID */
export function erasureText(order: ErasureOrder, recordedAt: string): string {
  return valid(() => {
    const at = new Date(order.at).toISOString();
    return fitting(canonicalJson(erasureEntry.parse({ v: 1, type: "erasure", ...order, at, recordedAt })));
  });
}

function valid<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof AccessLogError ? error : new AccessLogError("ENTRY_INVALID", error);
  }
}
