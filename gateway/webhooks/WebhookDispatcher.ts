import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import type { News } from "../askNews.ts";
import { newsLimits } from "../newsLimits.ts";
import { type DeliveryState, readState, writeState } from "./DeliveryState.ts";
import { nextState } from "./nextState.ts";
import { type NoticeType, postNotice, type SentNotice } from "./postNotice.ts";
import type { Receiver } from "./readReceivers.ts";

/** What a dispatcher needs. */
export interface DispatcherOptions {
  readonly receiver: Receiver;
  /** `notice` by default. */
  readonly type?: NoticeType;
  /** Asks for the notice behind a cursor (null: the first), under the rights of the receiver's office as they stand now; on record when it resolves. */
  readonly ask: (after: string | null) => Promise<News>;
  /** Is told of what failed, by code. */
  readonly report: (detail: Readonly<Record<string, unknown>>) => void;
  /** File in which it is kept where the delivery stands. */
  readonly stateFile: string;
  /** Milliseconds since 1970, for the pauses. */
  readonly now?: () => number;
  readonly millisecondsMax?: number;
}

/**
 * Delivers the notices or the corrections of one receiver, one after the other: at least once, and in order in each case or of each fact. Each is asked for anew before it is sent,
 * through all stages of a request, so that it is on record before it leaves and a right that has ended stops it. Where it stands is written
 * after each: a process that ends between sends the notice again, with the same id.
 *
 * A notice that fails again and again is set aside, and what follows in its case with it, until the operator has them sent again.
 */
export class WebhookDispatcher {
  readonly #options: Required<DispatcherOptions>;
  #state: DeliveryState;

  /** @throws Error where the state cannot be read */
  constructor(options: DispatcherOptions) {
    this.#options = { type: "notice", now: Date.now, millisecondsMax: newsLimits.webhookMillisecondsMax, ...options };
    this.#state = readState(options.stateFile);
  }

  /**
   * Does what there is to do.
   *
   * @param isStopped asked between two notices
   * @returns milliseconds after which to look again
   */
  async run(isStopped: () => boolean = () => false): Promise<number> {
    this.#takeOrder();
    while (!isStopped()) {
      const wait = this.#pauseLeft();
      if (wait > 0) return wait;
      const hasSent = this.#state.replaying > 0 ? await this.#replayFirst() : await this.#sendNext();
      if (!hasSent) return newsLimits.pauseMillisecondsMax;
    }
    return 0;
  }

  /** Milliseconds. A clock that was set back would hold everything up for as long: no pause is longer than the longest. */
  #pauseLeft(): number {
    const now = this.#options.now();
    const latest = now + newsLimits.webhookPauseMillisecondsMax;
    if (this.#state.notBefore > latest) this.#keep({ ...this.#state, notBefore: latest });
    return this.#state.notBefore - now;
  }

  /** The command leaves a file beside the state; it is taken up between two notices, so that nobody else writes the state. */
  #takeOrder(): void {
    const order = `${this.#options.stateFile}.replay`;
    if (!existsSync(order)) return;
    this.#keep({ ...this.#state, replaying: this.#state.dead.length, notBefore: 0 });
    rmSync(order, { force: true });
  }

  async #sendNext(): Promise<boolean> {
    const { receiver, ask, report, now } = this.#options;
    if (this.#state.dead.length >= newsLimits.deadLettersMax) return this.#complain("DEAD_LETTERS_FULL");
    const found = await ask(this.#state.after);
    if (found.refused === "INVALID_INPUT" && this.#state.after !== null) {
      // Cursors of another key: from the beginning again. Whoever has a notice knows it by its id.
      report({ receiver: receiver.id, code: "CURSOR_LOST" });
      this.#keep({ ...this.#state, after: null });
      return true;
    }
    if (found.refused !== null) return this.#complain(found.refused);
    const [edge] = found.edges;
    if (edge === undefined) return false;
    const notice = edge.node as unknown as SentNotice;
    const caseMark = markOf(notice);
    const isHeldBack = this.#state.dead.some((letter) => letter.caseMark === caseMark);
    const failure = isHeldBack ? "HELD_BACK" : await this.#post(notice);
    this.#keep(nextState(this.#state, { notice: notice.id, cursor: edge.cursor, caseMark, failure }, now()));
    if (failure !== null) report({ receiver: receiver.id, code: failure, attempts: this.#state.attempts });
    return true;
  }

  /** Sends the first dead letter again. One to which the right has ended meanwhile goes without being sent. */
  async #replayFirst(): Promise<boolean> {
    const [letter, ...others] = this.#state.dead;
    if (letter === undefined) {
      this.#keep({ ...this.#state, replaying: 0 });
      return true;
    }
    const found = await this.#options.ask(letter.after);
    if (found.refused === "INVALID_INPUT") {
      // Where it stood is no longer known: it stays set aside, and holds nothing else up.
      this.#complain("CURSOR_LOST");
      this.#keep({ ...this.#state, replaying: 0 });
      return true;
    }
    if (found.refused !== null) return this.#complain(found.refused);
    const node = found.edges[0]?.node as unknown as SentNotice | undefined;
    const failure = node?.id === letter.notice ? await this.#post(node) : null;
    if (failure === null) this.#keep({ ...this.#state, dead: others, replaying: this.#state.replaying - 1 });
    else this.#keep({ ...this.#state, dead: [{ ...letter, failure }, ...others], replaying: 0 });
    return true;
  }

  #post(notice: SentNotice) {
    const { receiver, type, millisecondsMax } = this.#options;
    return postNotice(receiver, type, notice, new Date(), millisecondsMax);
  }

  #keep(state: DeliveryState): void {
    writeState(this.#options.stateFile, state);
    this.#state = state;
  }

  #complain(code: string): false {
    this.#options.report({ receiver: this.#options.receiver.id, code });
    return false;
  }
}

/** A case, or the fact of a correction, as the state names it: not by its reference. */
function markOf({ caseRef, fact, id }: SentNotice): string {
  return createHash("sha256")
    .update(caseRef ?? fact ?? id)
    .digest("base64url")
    .slice(0, 22);
}
