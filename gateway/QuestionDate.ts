import { germanToday } from "../schema/germanToday.ts";

/** Date of the question (`YYYY-MM-DD`): set in the demonstration, where a simulation moves it; today's in Germany otherwise, as in production always. */
export class QuestionDate {
  #set: string | null;

  /** @param set null: today's */
  constructor(set: string | null) {
    this.#set = set;
  }

  get day(): string {
    return this.#set ?? germanToday();
  }

  /** @throws Error where it is today's */
  moveTo(day: string): void {
    if (this.#set === null) throw new Error("The date of the question is today's here, and moves by itself alone.");
    this.#set = day;
  }
}
