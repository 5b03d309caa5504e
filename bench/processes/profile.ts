import type { Profiler } from "node:inspector";
import { Session } from "node:inspector/promises";
import type { Asks } from "./Asks.ts";

/** A place and the part of the busy CPU time that was spent in its own functions, what they call left out. */
export interface ProfileRow {
  /** Package, or folder or file of this project. */
  readonly place: string;
  /** Share of the busy time, 0 to 1. */
  readonly share: number;
  /** The functions of the place with most of it, at most three. */
  readonly mostly: readonly string[];
}

type Frame = Profiler.Profile["nodes"][number]["callFrame"];

const samplingMicroseconds = 500;
const mostlyMax = 3;
const projectFolder = new URL("../..", import.meta.url).href;

let session: Session | null = null;

/** Asks by which a process samples itself: `profile` begins, `profileRows` ends and gives the rows, most time first. */
export const profileAsks: Asks = {
  async profile() {
    session = new Session();
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: samplingMicroseconds });
    await session.post("Profiler.start");
  },
  async profileRows(): Promise<readonly ProfileRow[]> {
    if (session === null) throw new Error("No profile was begun.");
    const { profile } = await session.post("Profiler.stop");
    session.disconnect();
    session = null;
    return rowsOf(profile);
  },
};

function rowsOf(profile: Profiler.Profile): readonly ProfileRow[] {
  const microseconds = new Map<number, number>();
  profile.samples?.forEach((node, index) => {
    microseconds.set(node, (microseconds.get(node) ?? 0) + (profile.timeDeltas?.[index] ?? 0));
  });
  const busy = profile.nodes
    .filter(({ callFrame }) => isBusy(callFrame))
    .map(({ id, callFrame }) => ({ callFrame, time: microseconds.get(id) ?? 0 }));
  const total = sum(busy);
  return [...Map.groupBy(busy, ({ callFrame }) => placeOf(callFrame))]
    .map(([place, nodes]) => {
      const byName = [...Map.groupBy(nodes, ({ callFrame }) => nameOf(callFrame))];
      byName.sort(([, left], [, right]) => sum(right) - sum(left));
      return { place, share: sum(nodes) / total, mostly: byName.slice(0, mostlyMax).map(([name]) => name) };
    })
    .sort((left, right) => right.share - left.share);
}

function sum(nodes: readonly { readonly time: number }[]): number {
  return nodes.reduce((total, { time }) => total + time, 0);
}

/** Neither waiting nor the sampling itself is work. */
function isBusy({ functionName, url }: Frame): boolean {
  return functionName !== "(idle)" && functionName !== "(root)" && !url.startsWith("node:inspector");
}

/** Functions of WebAssembly have numbers for names. */
function nameOf({ functionName, url }: Frame): string {
  return url.startsWith("wasm:") ? "WebAssembly" : functionName || "(anonymous)";
}

function placeOf({ functionName, url }: Frame): string {
  if (url.startsWith("wasm:")) return "PostgreSQL in PGlite";
  const [, inPackage] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (inPackage !== undefined) return inPackage;
  if (url.startsWith(projectFolder)) return placeInProject(url.slice(projectFolder.length));
  if (url.startsWith("node:")) return "Node";
  return functionName === "(garbage collector)" ? "garbage collector" : "V8 and Node, native";
}

/** A subgraph is a folder, a stage of the gateway a file. */
function placeInProject(path: string): string {
  return path.startsWith("subgraphs/") ? path.split("/").slice(0, 2).join("/") : path;
}
