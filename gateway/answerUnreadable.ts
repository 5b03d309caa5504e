import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { GatewayError } from "./errors.ts";
import { limits } from "./limits.ts";
import { refusalBody } from "./refusalBody.ts";

/** What Node's parser says, by its code. */
const refusals: Readonly<Record<string, GatewayError>> = {
  HPE_HEADER_OVERFLOW: new GatewayError(
    "HEADERS_TOO_LARGE",
    `The headers are larger than the limit headerBytesMax of ${limits.headerBytesMax} bytes.`,
    { limit: "headerBytesMax" },
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new GatewayError("REQUEST_TIMEOUT", null, { limit: "requestMillisecondsMax" }),
};

/** Answers what cannot be read as HTTP, or not in time, and closes the connection. There is no request, so nothing else would. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const refusal = refusals[error.code ?? ""] ?? new GatewayError("REQUEST_UNREADABLE");
  const body = JSON.stringify(refusalBody(refusal));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    "cache-control: no-store",
    "connection: close",
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  if (socket.writable) socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroySoon();
}
