/**
 * Erlang's delay formula (Erlang C): the share of arrivals that wait in M/M/c, by the stable recursion over Erlang's loss formula.
 * A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges, 1917.
 *
 * @param servers whole number, at least 1
 * @param load arrivals a unit of time × mean time of service, in the same unit (Erlang)
 * @returns 1 where the load is not less than the servers
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  let loss = 1;
  for (let server = 1; server <= servers; server += 1) loss = (load * loss) / (server + load * loss);
  return loss / (1 - (load / servers) * (1 - loss));
}

/** Share of arrivals that wait no longer than `target` before service begins, in M/M/c, first come, first served. `meanService` in the unit of `target`. */
export function servedWithin(servers: number, load: number, meanService: number, target: number): number {
  if (load >= servers) return 0;
  return 1 - erlangC(servers, load) * Math.exp((-(servers - load) * target) / meanService);
}
