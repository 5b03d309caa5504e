import type { Intake } from "../../shell/intake/Intake.ts";
import { suppliedConflict, suppliedFact, suppliedMessage, suppliedVersion } from "../tables.ts";
import { convictionKind } from "./convictionKind.ts";
import { custodyKind } from "./custodyKind.ts";
import { investigationKind } from "./investigationKind.ts";
import { policeFindingKind } from "./policeFindingKind.ts";
import { wantedNoticeKind } from "./wantedNoticeKind.ts";

const kinds = [policeFindingKind, investigationKind, custodyKind, convictionKind, wantedNoticeKind];

/** What police, prosecution and prisons send. The order of the kinds does not matter. */
export const intake: Intake = {
  ledger: { suppliedConflict, suppliedFact, suppliedMessage, suppliedVersion },
  kinds: new Map(kinds.map((kind) => [kind.name, kind])),
};
