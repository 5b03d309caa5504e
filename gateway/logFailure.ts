import { AccessLogError } from "./audit/AccessLogError.ts";
import type { Settings } from "./settings.ts";

/** An error whose message is one line that says what to do, for an access log that could not be opened. Others are left as they are. */
export function logFailure(error: unknown, { logFolder }: Pick<Settings, "logFolder">): unknown {
  if (!(error instanceof AccessLogError)) return error;
  const remedy = remedyOf(error);
  return new Error(`The access log in ${logFolder} cannot be opened. ${error.message}${remedy}`, { cause: error });
}

function remedyOf({ code, cause }: AccessLogError): string {
  switch (code) {
    case "WRITE_FAILED":
      return ` (${(cause as NodeJS.ErrnoException | null)?.code ?? "unknown"}) Set SICHTFELD_LOG to a folder that this user may write.`;
    case "IN_USE":
      return " Stop it, or set SICHTFELD_LOG to another folder or SICHTFELD_LOG_INSTANCE to another name.";
    case "INSTANCE_UNCLEAR":
      return " Set SICHTFELD_LOG_INSTANCE.";
    default:
      return "";
  }
}
