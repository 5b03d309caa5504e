import { recordType } from "../shell/RecordType.ts";
import { measure, prosecutorConsent } from "./tables.ts";

/** The records of a case that are an office's own: what it is to carry out, and what it was asked. */
export const recordTypes = {
  Measure: recordType(measure, ["office"]),
  ProsecutorConsent: recordType(prosecutorConsent, ["office"]),
};
