import { setTimeout } from "node:timers/promises";
import { askNews } from "./askNews.ts";
import type { House } from "./House.ts";
import type { Requester } from "./Requester.ts";

/** The cursors alone: that there is news, of nobody in particular. */
const query = `query NewsStream($kinds: [NoticeKind!]!, $after: String) {
  notices(kinds: $kinds, after: $after, first: 200) { pageInfo { endCursor } }
}`;

interface NewsStreamOptions {
  readonly house: () => House;
  readonly requester: Requester;
  readonly kinds: readonly string[];
  /** Cursor that the reader has; null: none. */
  readonly after: string | null;
  /** Milliseconds since 1970: the token is valid no longer. */
  readonly endsAt: number;
  readonly pauseMilliseconds: number;
}

/**
 * One reader's event stream. Each look for news is a question like any other: decided by the policy in force, and on record before anything is
 * said.
 */
export class NewsStream {
  readonly #options: NewsStreamOptions;
  readonly #stopping = new AbortController();
  #after: string | null;

  constructor(options: NewsStreamOptions) {
    this.#options = options;
    this.#after = options.after;
  }

  /** What there is to say now: an event, or a comment that keeps the connection alive; or the code of a question that is refused. */
  async look(): Promise<{ readonly text: string } | { readonly refused: string }> {
    const { house, requester, kinds } = this.#options;
    const before = this.#after;
    const { refused, endCursor } = await askNews(house(), requester, { kinds, after: before }, query);
    if (refused !== null) return { refused };
    if (endCursor === null) return { text: ": no news\n\n" };
    this.#after = endCursor;
    return { text: `event: news\ndata: ${JSON.stringify({ after: before })}\n\n` };
  }

  /** Says it and what follows, until the token ends, a right does, or the reader has gone. */
  async write(to: NodeJS.WritableStream, first: string): Promise<void> {
    let text = first;
    while (!this.#stopping.signal.aborted) {
      to.write(text);
      const rest = this.#options.endsAt - Date.now();
      await setTimeout(Math.max(0, Math.min(this.#options.pauseMilliseconds, rest)), undefined, {
        signal: this.#stopping.signal,
        ref: false,
      }).catch(() => {});
      if (this.#stopping.signal.aborted || Date.now() >= this.#options.endsAt) return;
      const next = await this.look().catch(() => ({ refused: "INTERNAL" }));
      if ("refused" in next) return;
      text = next.text;
    }
  }

  stop(): void {
    this.#stopping.abort();
  }
}
