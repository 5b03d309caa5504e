import { type Counts, noCounts } from "./Counts.ts";
import type { ImportResult } from "./ImportResult.ts";
import { loadProfile } from "./profiles/loadProfile.ts";
import type { Quarantine, Quarantined } from "./Quarantine.ts";
import type { SourceItem } from "./reading/Item.ts";
import { type ImportRun, runImport } from "./runImport.ts";
import type { Gateway } from "./sending/Gateway.ts";
import { takeUp } from "./sending/takeUp.ts";
import type { ToldFault } from "./tellFault.ts";

interface Retry {
  readonly quarantine: Quarantine;
  readonly send: (profile: { readonly name: string; readonly version: string }) => ImportRun["send"];
  /** Null for a trial. */
  readonly gateway: Gateway | null;
  readonly today: string;
  readonly isTrial: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Tries again what is in quarantine, by the profiles as they are now: what is taken goes, what is not stays until its term. Then the
 * gateway is asked to take up what waited for a decision on a person; it does not say what that was.
 */
export async function retryQuarantined(retry: Retry): Promise<ImportResult> {
  const { quarantine, gateway, send, today, isTrial } = retry;
  const entries = quarantine.entries();
  let counts = noCounts;
  const faults: ToldFault[] = [];
  for (const [name, own] of Map.groupBy(entries, ({ profile }) => profile)) {
    const profile = loadProfile(name);
    const result = await runImport({
      profile,
      items: itemsOf(own),
      send: send(profile),
      checkpoint: null,
      quarantine: isTrial ? null : quarantine,
      today,
      onProgress: (items) => retry.onProgress(counts.items + items, entries.length),
    });
    counts = together(counts, result.counts);
    faults.push(...result.faults);
  }
  if (gateway !== null) await takeUp(gateway);
  return { counts, faults, passedOver: 0 };
}

async function* itemsOf(entries: readonly Quarantined[]): AsyncGenerator<SourceItem> {
  for (const { place, raw } of entries) yield { place, raw, fault: null };
}

function together(one: Counts, other: Counts): Counts {
  const reasons = new Set([...Object.keys(one.notTaken), ...Object.keys(other.notTaken)]);
  return {
    items: one.items + other.items,
    accepted: one.accepted + other.accepted,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    notTaken: Object.fromEntries(
      [...reasons].map((reason) => [reason, (one.notTaken[reason] ?? 0) + (other.notTaken[reason] ?? 0)]),
    ),
  };
}
