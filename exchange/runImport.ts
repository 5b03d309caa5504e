import type { Checkpoint } from "./Checkpoint.ts";
import { type Counts, counted, noCounts } from "./Counts.ts";
import type { ImportResult } from "./ImportResult.ts";
import { limits } from "./limits.ts";
import type { LoadedProfile } from "./profiles/LoadedProfile.ts";
import type { Quarantine } from "./Quarantine.ts";
import type { Fault } from "./reading/Fault.ts";
import type { ReadFact, SourceItem } from "./reading/Item.ts";
import { readItem } from "./reading/readItem.ts";
import type { Sent } from "./sending/sendFacts.ts";
import { type ToldFault, tellFault } from "./tellFault.ts";

/** What an import runs on. */
export interface ImportRun {
  readonly profile: LoadedProfile;
  readonly items: AsyncIterable<SourceItem>;
  /** Sends facts, and tells what became of each; null for a trial, which sends nothing. */
  readonly send: ((facts: readonly ReadFact[]) => Promise<readonly Sent[]>) | null;
  /** Null where nothing is kept between runs. */
  readonly checkpoint: Checkpoint | null;
  readonly quarantine: Quarantine | null;
  readonly today: string;
  readonly onProgress: (items: number) => void;
}

interface Pending {
  readonly item: SourceItem;
  readonly facts: readonly ReadFact[];
  readonly fault: Fault | null;
}

/**
 * Reads items one by one, sends their facts in the order of the file, and keeps what is not taken. What a run that was broken off has
 * done is passed over.
 *
 * @throws ImportError where it cannot go on; what was counted is done, and the same command goes on from there
 */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const before = run.checkpoint?.read() ?? noCounts;
  let counts = before;
  const told: ToldFault[] = [];
  let pending: Pending[] = [];
  let passed = 0;
  for await (const item of run.items) {
    passed += 1;
    if (passed <= before.items) continue;
    pending.push(await readPending(item, run));
    if (isFull(pending)) await flush();
  }
  await flush();
  run.checkpoint?.end();
  return { counts, faults: told, passedOver: before.items };

  async function flush(): Promise<void> {
    const facts = pending.flatMap((each) => each.facts);
    const sent = run.send === null ? facts.map((): Sent => ({ outcome: "ACCEPTED" })) : await run.send(facts);
    let next = 0;
    for (const { item, fault, facts: own } of pending) {
      const became = fault === null ? sent.slice(next, next + own.length) : [{ fault }];
      next += own.length;
      counts = keep(item, became, counts, run, told);
    }
    run.quarantine?.remove(taken(pending, sent, run.profile));
    pending = [];
    run.checkpoint?.write(counts);
    run.onProgress(counts.items);
  }
}

async function readPending(item: SourceItem, { profile, today }: ImportRun): Promise<Pending> {
  if (item.fault !== null || item.raw === null) return { item, facts: [], fault: item.fault };
  const read = readItem(item.raw, profile, today);
  return "fault" in read ? { item, facts: [], fault: read.fault } : { item, facts: read.facts, fault: null };
}

function isFull(pending: readonly Pending[]): boolean {
  return (
    pending.length >= limits.factsMax || pending.reduce((sum, { facts }) => sum + facts.length, 0) >= limits.factsMax
  );
}

/** Of police data without a label only the place is told. */
function keep(item: SourceItem, became: readonly Sent[], counts: Counts, run: ImportRun, told: ToldFault[]): Counts {
  const faults = became.flatMap((each) => ("fault" in each ? [each.fault] : []));
  const [fault] = faults;
  if (fault !== undefined) {
    if (told.length < limits.faultsToldMax) told.push(tellFault(fault, item.place));
    const isUnlabelled = faults.some(({ reason }) => reason === "NOT_LABELLED");
    if (!isUnlabelled && item.raw !== null) run.quarantine?.add(run.profile.given, item.place, fault, item.raw);
  }
  return counted(counts, became);
}

function taken(pending: readonly Pending[], sent: readonly Sent[], { given }: LoadedProfile) {
  let next = 0;
  return pending.flatMap(({ item, fault, facts }) => {
    const own = sent.slice(next, next + facts.length);
    next += facts.length;
    return fault === null && own.every((each) => "outcome" in each) ? [{ profile: given, place: item.place }] : [];
  });
}
