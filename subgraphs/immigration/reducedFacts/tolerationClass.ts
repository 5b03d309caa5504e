import { codeClasses } from "./codeClasses.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

/**
 * Class of the ground of the toleration that is valid (§ 60a AufenthG). Rests on the toleration alone, never on an entry about
 * a medical obstacle, so that what it rests on tells no more than the class does.
 */
export const tolerationClass: Reduction = ({ tolerations }) =>
  ofLatestDay(tolerations, ({ reasonCode }) => codeClasses.toleration.get(reasonCode) ?? unreadable, "NONE");
