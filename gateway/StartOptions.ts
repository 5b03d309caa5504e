import type { Door } from "./doors.ts";
import type { House } from "./House.ts";
import type { WearLimits } from "./wear/Wear.ts";

/** What a start is given. */
export interface StartOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Is told the persons done while a population is made. */
  readonly onProgress: (done: number, total: number) => void;
  readonly report: House["report"];
  /** Wraps every door to a subgraph, so that traffic can be recorded. */
  readonly wrapDoor?: (name: string, door: Door) => Door;
  /** Other rates and ceilings than those of `limits`, where use over time is not what is looked at. */
  readonly wear?: WearLimits;
}
