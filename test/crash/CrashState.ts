import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a run has seen so far, in files beside the log, so that one that was ended goes on. Its own losses lose no more than one kill. */
export class CrashState {
  readonly #folder: string;
  readonly answered: string[];
  kills: number;

  /** @throws Error where the folder is of a run with other arguments */
  constructor(folder: string, argumentsOfRun: string) {
    this.#folder = folder;
    const text = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");
    const before = text("arguments");
    if (before !== "" && before !== argumentsOfRun)
      throw new Error(`${folder} is of a run with other arguments: ${before}. Name another folder.`);
    writeFileSync(join(folder, "arguments"), argumentsOfRun);
    this.kills = Number(text("kills") || "0");
    this.answered = text("answered")
      .split("\n")
      .filter((id) => id !== "");
  }

  /** A kill, with the operations that were answered before it. */
  add(answered: readonly string[]): void {
    for (const id of answered) this.answered.push(id);
    appendFileSync(join(this.#folder, "answered"), answered.map((id) => `${id}\n`).join(""));
    this.kills += 1;
    writeFileSync(join(this.#folder, "kills"), String(this.kills));
  }
}
