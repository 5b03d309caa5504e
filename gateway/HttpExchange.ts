/** A request to the API, as the HTTP server hands it over. */
export interface HttpRequest {
  readonly method: string;
  /** Address that it came from. */
  readonly address: string;
  /** As the requester knows it, without its query. */
  readonly url: string;
  /** Client certificate of the connection, DER; null for none. */
  readonly certificate: Uint8Array | null;
  /** Names and values in turn, as Node's `rawHeaders`: there a repeated header is seen. */
  readonly rawHeaders: readonly string[];
  /** Query string with its question mark; empty for none. */
  readonly search: string;
  /** Parsed JSON body; null for none. */
  readonly body: unknown;
}

/** What goes back. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
