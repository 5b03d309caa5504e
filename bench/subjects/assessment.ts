import { performance } from "node:perf_hooks";
import { Caller } from "../Caller.ts";
import { type CollectiveSize, collectiveSizes } from "../collectiveReferences.ts";
import { countWork } from "../countWork.ts";
import { median } from "../median.ts";
import { assessmentQuestion } from "../questions.ts";
import { rounded } from "../rounded.ts";
import type { Bench, Row, Subject } from "../Subject.ts";

/** Persons a page: fewer than one requester may see in an hour, so that each page has requesters of its own. */
const pageMax = 100;

interface Page {
  readonly persons: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly assessment: object | null } }[];
  };
}

/** Fresh assessments of many persons, page by page, by one client. */
export const assessment: Subject = {
  name: "assessment",
  title: `Person.assessment of many persons, pages of ${pageMax} at most, one client, filter and record on`,
  async measure(bench) {
    const { url } = await bench.arena.gateway("filtered");
    const rows: Row[] = [];
    for (const size of collectiveSizes) {
      const caller = new Caller(url, await bench.arena.data.tokens(`assessment-${size}`), 1);
      rows.push(await measureSize(bench, caller, size).finally(() => caller.close()));
    }
    return rows;
  },
};

async function measureSize(bench: Bench, caller: Caller, size: CollectiveSize): Promise<Row> {
  bench.progress(`${size} persons`);
  const first = Math.min(size, pageMax);
  const work = await countWork(bench.arena, () => caller.data(assessmentQuestion(size, first, null), 0));
  const reads: number[] = [];
  const pages: number[] = [];
  const begin = performance.now();
  do {
    bench.signal.throwIfAborted();
    const times = await readAll(caller, size, reads.length);
    pages.push(...times);
    reads.push(times.reduce((sum, time) => sum + time, 0));
  } while (performance.now() - begin < bench.pace.rounds * bench.pace.seconds * 1000);
  return {
    persons: size,
    "persons/s": rounded((size * 1000) / median(reads)),
    "p50 ms, all": rounded(median(reads)),
    pages: Math.ceil(size / pageMax),
    "p50 ms, a page": rounded(median(pages)),
    "subgraph requests, a page": work.requests,
    "SQL statements, a page": work.statements,
    measured: reads.length,
  };
}

/**
 * @param read number of the read, from 0: the next one's requesters are others, as long as there are others
 * @returns milliseconds of each page
 */
async function readAll(caller: Caller, size: CollectiveSize, read: number): Promise<readonly number[]> {
  const pagesMax = Math.ceil(size / pageMax);
  const firstRequester = (read % Math.floor(caller.tokens.length / pagesMax)) * pagesMax;
  const times: number[] = [];
  let after: string | null = null;
  let assessed = 0;
  do {
    const begin = performance.now();
    const { persons } = (await caller.data(
      assessmentQuestion(size, pageMax, after),
      firstRequester + times.length,
    )) as Page;
    times.push(performance.now() - begin);
    assessed += persons.edges.filter(({ node }) => node.assessment !== null).length;
    after = persons.pageInfo.hasNextPage ? persons.pageInfo.endCursor : null;
  } while (after !== null);
  if (assessed !== size) throw new Error(`Of ${size} persons ${assessed} were assessed.`);
  return times;
}
