/** Most requests that are sent to one gateway, longest wait for one, and most of an answer that is read. */
const requestsMax = 60;
const timeoutMilliseconds = 10_000;
const answerCharactersMax = 2_000_000;

/** What a gateway answered. */
export interface TargetAnswer {
  /** 0 where there was no answer in time. */
  readonly status: number;
  readonly text: string;
  /** The body as JSON; null where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: a gateway that is not ours answers in any shape
  readonly json: any;
}

export interface TargetRequest {
  readonly method?: string;
  /** Added to the requester's own; null: without those, as somebody who does not say who they are. */
  readonly headers?: Readonly<Record<string, string>> | null;
  /** Sent as it is; without one, the JSON of `document`. */
  readonly body?: string;
  readonly document?: string;
  /** Content type; null for none. */
  readonly contentType?: string | null;
  /** Query string with its question mark. */
  readonly search?: string;
}

/** A federated gateway that is asked by URL: nothing else is, redirects are not followed, and requests are counted. */
export class Target {
  /** An operation that the requester may ask. */
  readonly document: string;
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  #requests = 0;

  constructor(url: string, headers: Readonly<Record<string, string>>, document: string) {
    this.#url = url;
    this.#headers = headers;
    this.document = document;
  }

  /** Whether the requester says who they are: a header was given. */
  get identifies(): boolean {
    return Object.keys(this.#headers).length > 0;
  }

  /** @throws Error when the requests are used up */
  async ask({
    method = "POST",
    headers = {},
    body,
    document = this.document,
    contentType = "application/json",
    search = "",
  }: TargetRequest = {}): Promise<TargetAnswer> {
    this.#requests += 1;
    if (this.#requests > requestsMax) throw new Error(`More than ${requestsMax} requests.`);
    const sent = {
      ...(headers === null ? {} : this.#headers),
      ...headers,
      ...(contentType === null ? {} : { "content-type": contentType }),
    };
    const content = new TextEncoder().encode(body ?? JSON.stringify({ query: document }));
    try {
      const response = await fetch(this.#url + search, {
        method,
        headers: sent,
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMilliseconds),
        ...(method === "GET" || method === "HEAD" ? {} : { body: content }),
      });
      const text = (await response.text()).slice(0, answerCharactersMax);
      return { status: response.status, text, json: parsed(text) };
    } catch {
      return { status: 0, text: "", json: null };
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
