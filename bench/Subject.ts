import type { Arena } from "./Arena.ts";

/** How long and with how many clients is measured. */
export interface Pace {
  readonly rounds: number;
  /** Seconds that one gateway is asked in one round. */
  readonly seconds: number;
  /** Clients that ask at the same time. */
  readonly clients: number;
  /** Access records in the index of the log. */
  readonly records: number;
}

/** What a subject measures with. */
export interface Bench {
  readonly arena: Arena;
  readonly pace: Pace;
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** Tells what is going on. */
  progress(doing: string): void;
}

/** One line of a result: column, with its unit, to value; null where there is none to give. */
export type Row = Readonly<Record<string, string | number | null>>;

/** One subject of the benchmark. */
export interface Subject {
  /** As `--only` names it. */
  readonly name: string;
  /** One line on what the rows say. */
  readonly title: string;
  /** Whether it needs neither the arena nor its population. */
  readonly alone?: true;
  /** @throws Error when what is to be compared does not give the same answers */
  measure(bench: Bench): Promise<readonly Row[]>;
}
