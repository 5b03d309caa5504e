import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { NewsStream } from "../../gateway/NewsStream.ts";

test("A stream ends when the token does, whatever the reader would like", async () => {
  const stream = new NewsStream({
    house: () => {
      throw new Error("Nothing is asked after the token has ended.");
    },
    requester: {} as never,
    kinds: ["MEASURE_DUE"],
    after: null,
    endsAt: Date.now() + 30,
    pauseMilliseconds: 60_000,
  });
  const out = new PassThrough();
  await stream.write(out, ": no news\n\n");
  expect(out.read()?.toString()).toBe(": no news\n\n");
  expect(out.read()).toBeNull();
});
