import type { GatewayName } from "../Arena.ts";
import { Contestant } from "../Contestant.ts";
import { playRound } from "../playRound.ts";
import type { ChildProcess } from "../processes/ChildProcess.ts";
import type { ProfileRow } from "../processes/profile.ts";
import { listQuestion } from "../questions.ts";
import { rounded } from "../rounded.ts";
import type { Bench, Row, Subject } from "../Subject.ts";
import { warmUp } from "../warmUp.ts";

/** Places shown for each process. */
const rowsMax = 12;

/** Where the CPU time of the list goes, in the gateway and in the subgraphs: the places with most self time. */
export const profile: Subject = {
  name: "profile",
  title: "where the CPU time of the list of 20 goes: self time by package or file, sampled",
  measure: (bench) => profiled(bench, "filtered"),
};

/** The same where the subgraphs answer from memory. */
export const profileInMemory: Subject = {
  name: "profile-in-memory",
  title: "where it goes when the subgraphs answer from memory",
  measure: (bench) => profiled(bench, "filteredInMemory"),
};

async function profiled(bench: Bench, name: GatewayName): Promise<readonly Row[]> {
  const contestant = await Contestant.enter(bench, name, [listQuestion]);
  try {
    await warmUp(bench, contestant);
    bench.progress("samples");
    const processes = { gateway: contestant.gateway.process, subgraphs: bench.arena.subgraphs };
    return await sampled(bench, contestant, processes);
  } finally {
    await contestant.close();
  }
}

async function sampled(
  bench: Bench,
  contestant: Contestant,
  processes: Readonly<Record<string, ChildProcess>>,
): Promise<readonly Row[]> {
  for (const each of Object.values(processes)) await each.ask("profile");
  await playRound(bench, contestant);
  const rows: Row[] = [];
  for (const [name, each] of Object.entries(processes)) {
    const places = (await each.ask("profileRows")) as readonly ProfileRow[];
    for (const { place, share, mostly } of places.slice(0, rowsMax)) {
      rows.push({ process: name, "self %": rounded(share * 100), where: place, mostly: mostly.join(", ") });
    }
  }
  return rows;
}
