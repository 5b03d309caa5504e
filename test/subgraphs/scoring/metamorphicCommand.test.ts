import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { metamorphicCommand } from "./metamorphicCommand.ts";

async function run(...args: string[]) {
  const streams = { output: new PassThrough(), errors: new PassThrough() };
  const status = metamorphicCommand(args, streams);
  const [out, errors] = await Promise.all(Object.values(streams).map((stream) => text(stream.end())));
  return { status, out, errors };
}

test("npm run metamorphic judges every law with B2 and without, and says how it is asked", async () => {
  expect(await run("--persons", "15", "--seed", "3")).toEqual({
    status: 0,
    out: "30 of 30 laws hold for 15 persons of seed 3.\n",
    errors: "Laws: 15 of 15 persons\n",
  });
  expect(await run("--help")).toMatchObject({ status: 0, errors: "" });
  expect(await run("--persons", "many")).toMatchObject({ status: 2, out: "" });
});
