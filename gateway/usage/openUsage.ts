import { germanToday } from "../../schema/germanToday.ts";
import { type Usage, UsageCounters } from "./UsageCounters.ts";
import { UsageFolder } from "./UsageFolder.ts";

/** How often what was counted is made durable: what is lost with the machine is a minute of counts, and no answer waits for it. */
const keepingMilliseconds = 60_000;

/** More cells than a day holds: fields or programs are left uncounted until the next day. */
class UsageFull extends Error {
  override readonly name = "UsageFull";
}

/** The counters of a gateway. */
export interface OpenUsage {
  /** Never throws and never waits. */
  count(usage: Usage): void;
  /** Keeps what was counted, and counts no more. */
  close(): Promise<void>;
}

/**
 * Counts by the wall clock's day in Germany, whatever the date of the question, and keeps each day in a folder.
 *
 * @param report is told of what cannot be written, and once a day of what is left uncounted; counting goes on
 */
export async function openUsage(
  folder: string,
  instance: string,
  report: (error: unknown) => void,
  today: () => string = germanToday,
): Promise<OpenUsage> {
  const kept = new UsageFolder(folder, instance);
  let counters = new UsageCounters(today(), await kept.read(today()));
  let writing = Promise.resolve();
  const keep = (of: UsageCounters) => {
    if (of.isChanged) writing = writing.then(() => kept.write(of.kept())).catch(report);
    return writing;
  };
  const keeping = setInterval(() => void keep(counters), keepingMilliseconds);
  keeping.unref();
  await kept.removeOld(today()).catch(report);
  return {
    count(usage) {
      const day = today();
      if (day !== counters.day) {
        void keep(counters);
        counters = new UsageCounters(day, null);
        void kept.removeOld(day).catch(report);
      }
      const wasFull = counters.isFull;
      counters.count(usage);
      if (counters.isFull && !wasFull) report(new UsageFull());
    },
    async close() {
      clearInterval(keeping);
      await keep(counters);
    },
  };
}
