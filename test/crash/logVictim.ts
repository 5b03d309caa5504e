import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, stop } from "esbuild";
import type { Omission } from "./forgettingFolder.ts";
import { postTo } from "./postTo.ts";
import type { Victim } from "./Victim.ts";

/** The access log and the stage that records, as one file: it starts sooner, and stays as it is while the sources are worked on. */
export async function logVictim(root: string, forgetting: boolean, omission: Omission): Promise<Victim> {
  await build({
    entryPoints: [fileURLToPath(new URL("logVictimProcess.ts", import.meta.url))],
    outfile: join(root, "victim.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  await stop();
  const durable = forgetting ? join(root, "durable", "one") : "";
  return {
    command: [join(root, "victim.mjs"), join(root, "log"), durable, omission ?? ""],
    ask: async (port, id) => (await postTo(`http://127.0.0.1:${port}/${id}`))?.body ?? null,
  };
}
