import { addDays } from "../../shell/calendar/addDays.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import type { RegisterPosition } from "./erasureTable.ts";
import { erasureTerm } from "./erasureTerm.ts";

/** First day after the term of an entry (§ 36 BZRG: it runs from the first judgment); null: it never ends. */
export function termOver(position: RegisterPosition): string | null {
  const { length } = erasureTerm(position);
  return length === null ? null : addDays(addMonths(position.entry.firstJudgmentOn, length.months), length.days);
}
