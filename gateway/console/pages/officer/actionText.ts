import type { PolicyAction } from "../../operations/data-protection/rules.ts";
import type { Say } from "../Language.ts";

/** What may be done with a category of data, in words. */
export function actionText(action: PolicyAction | null, say: Say): string {
  switch (action) {
    case "SEE":
      return say("lesen", "read");
    case "WRITE":
      return say("schreiben", "write");
    case "COMBINE":
      return say("zusammenführen lassen", "have combined");
    default:
      return "";
  }
}
