import { reportEvent } from "../reportEvent.ts";
import { startGateway } from "../startGateway.ts";

/** What a worker tells the process that started it. */
export type ToldByWorker = { readonly url: string } | { readonly failure: string };

const tell = (told: ToldByWorker): void => void process.send?.(told);

/* One worker: a gateway that ends when the process that started it says so or is gone. */
const starting = startGateway({ environment: process.env, onProgress: () => {}, report: reportEvent });
const stop = () => void starting.then((gateway) => gateway.stop()).then(() => process.exit(0));

// Ctrl-C reaches every process of the terminal; who started this one decides what ends when.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
process.on("message", (said) => {
  if (said === "stop") stop();
  if (said === "reload") void starting.then((gateway) => gateway.reloadPolicy());
});
process.once("disconnect", stop);

try {
  tell({ url: (await starting).url });
} catch (error) {
  tell({ failure: error instanceof Error ? error.message : "A worker could not start." });
  process.exitCode = 1;
  process.off("disconnect", stop).disconnect?.();
}
