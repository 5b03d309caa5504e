import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** Upper bounds of the bins, in milliseconds; the last holds everything longer. */
export const answerTimeBounds = [5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1_000, 2_000, 5_000, 60_000] as const;

const shape = z.record(z.string(), z.array(z.number().int().nonnegative()).length(answerTimeBounds.length));

/** Month of the date of the question → answers by how long they took, a number a bin. */
export type CountedTimes = Readonly<Record<string, readonly number[]>>;

/**
 * How long answers took, counted by month: no office, no operation, no person. A counter of its own, because the access log may not be used for the conduct of
 * operations (§ 76 (3) BDSG as model). Kept in memory; what is counted since the last `save` is lost with the process.
 */
export class AnswerTimes {
  readonly #file: string;
  readonly #counted: Record<string, number[]>;

  private constructor(file: string, counted: Record<string, number[]>) {
    this.#file = file;
    this.#counted = counted;
  }

  /** @throws Error where the file is there and no counter */
  static open(file: string): AnswerTimes {
    return new AnswerTimes(file, structuredClone(readAnswerTimes(file)) as Record<string, number[]>);
  }

  /** @param day date of the question */
  count(day: string, milliseconds: number): void {
    const month = day.slice(0, 7);
    const bins = this.#counted[month] ?? answerTimeBounds.map(() => 0);
    this.#counted[month] = bins;
    const at = answerTimeBounds.findIndex((bound) => milliseconds <= bound);
    const bin = at === -1 ? answerTimeBounds.length - 1 : at;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }

  /** Whole or not at all: the file is replaced. */
  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(this.#counted)}\n`, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/**
 * What a gateway counted in its data folder; nothing where it never did.
 *
 * @throws Error where the file is there and no counter
 */
export function readAnswerTimes(file: string): CountedTimes {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
  const parsed = shape.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${file} is no counter of answer times. Move it away to begin anew.`);
  return parsed.data;
}
