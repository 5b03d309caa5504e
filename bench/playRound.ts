import type { Contestant } from "./Contestant.ts";
import { closedLoop, type Stretch } from "./closedLoop.ts";
import type { Bench } from "./Subject.ts";

/** A stretch of asking, and the CPU time that it cost. */
export interface Round extends Stretch {
  /** Milliseconds a request. */
  readonly gatewayCpu: number;
  /** The same of its main thread alone: what another load on the machine disturbs least. */
  readonly gatewayMain: number;
  /** The same of the subgraphs' process, database included; null where the gateway runs the subgraphs itself. */
  readonly subgraphCpu: number | null;
}

/** Asks one gateway for one round. */
export async function playRound({ arena, pace, signal }: Bench, contestant: Contestant): Promise<Round> {
  const gateway = contestant.gateway.process;
  const gatewayBefore = await gateway.cpuMilliseconds();
  const mainBefore = await gateway.mainMilliseconds();
  const subgraphsBefore = await arena.subgraphs.cpuMilliseconds();
  const stretch = await closedLoop(() => contestant.ask(), pace.clients, pace.seconds, signal);
  contestant.gateway.answered.count += stretch.requests;
  const gatewayCpu = ((await gateway.cpuMilliseconds()) - gatewayBefore) / stretch.requests;
  const gatewayMain = ((await gateway.mainMilliseconds()) - mainBefore) / stretch.requests;
  const subgraphCpu = ((await arena.subgraphs.cpuMilliseconds()) - subgraphsBefore) / stretch.requests;
  return { ...stretch, gatewayCpu, gatewayMain, subgraphCpu: contestant.name === "embedded" ? null : subgraphCpu };
}
