import { parentPort, workerData } from "node:worker_threads";
import type { Feed } from "./Feed.ts";
import { measure } from "./measure.ts";

const { feed, on } = workerData as { readonly feed: Feed; readonly on: string };
parentPort?.postMessage(measure(feed, on));
