import { storeFailure } from "../../subgraphs/storeFailure.ts";
import type { StoreSettings } from "../../subgraphs/storeSettings.ts";
import { AccessLogError } from "../audit/AccessLogError.ts";

/** An error whose message is one line that says what to do, for a task that failed at the store or at the log. */
export function taskFailure(error: unknown, settings: StoreSettings): Error {
  if (!(error instanceof AccessLogError)) return storeFailure(error, settings);
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  const why = code === undefined ? error.message : `${error.message} (${code})`;
  return new Error(
    `What is erased could not be put on record in the access log, so nothing more was erased: ${why} Mend that and run it again.`,
    { cause: error },
  );
}
