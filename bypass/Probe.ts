import type { Finding } from "./Finding.ts";
import type { Target } from "./Target.ts";

/** Asks a gateway about one way around, by URL alone. */
export type Probe = (target: Target) => Promise<Finding>;
