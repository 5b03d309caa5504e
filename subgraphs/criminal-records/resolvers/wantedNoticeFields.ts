import { codeValue } from "../../../schema/codeLists.ts";
import { presentProvenance } from "../../shell/presentFact.ts";
import type { TypeResolvers } from "../../shell/Subgraph.ts";
import type { WantedNotice } from "../records/loadWantedNotices.ts";

/** `WantedNotice`: existence only. */
export const wantedNoticeFields: TypeResolvers = {
  purpose: ({ purpose }: WantedNotice) => codeValue("ausschreibung", purpose),
  provenance: presentProvenance,
};
