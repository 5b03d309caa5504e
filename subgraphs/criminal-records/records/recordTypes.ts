import { recordType } from "../../shell/RecordType.ts";
import { custody, investigation, policeFinding, repeatOffenderListing, wantedNotice } from "../tables.ts";

/** The records that are an office's own, by their type in the contract. A conviction is the register's, and nobody's own. */
export const recordTypes = {
  Investigation: recordType(investigation, ["sourceOffice"], { DISCLOSURE_DEFERRED: "disclosureDeferred" }),
  Custody: recordType(custody, ["sourceOffice", "enforcedBy"]),
  WantedNotice: recordType(wantedNotice, ["sourceOffice"]),
  RepeatOffenderListing: recordType(repeatOffenderListing, ["sourceOffice"]),
  PoliceFinding: recordType(policeFinding, ["sourceOffice"]),
};
