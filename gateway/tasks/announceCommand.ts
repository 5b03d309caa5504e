import { parseArgs } from "node:util";
import { z } from "zod";
import { germanToday } from "../../schema/germanToday.ts";
import { announceAll } from "../../subgraphs/announceAll.ts";
import { openMigratedStore } from "../../subgraphs/openMigratedStore.ts";
import type { ReplayStreams } from "../../subgraphs/replayCommand.ts";
import { openStore } from "../../subgraphs/shell/openStore.ts";
import { storeSettings } from "../../subgraphs/storeSettings.ts";
import { commandErasures } from "./commandErasures.ts";
import { taskFailure } from "./taskFailure.ts";

const help = `Tells what a date brings: measures that are due, custody that ends within six months, expulsions that are final.

  npm run -s announce -- --date 2026-06-16

  --date  date of the question; today by default, unless it lies more than a month after the last day that was done: then the clock may have jumped, and
          the date has to be given

Facts that were sent follow what was decided about their person meanwhile; questions that nobody answered in their term end.

A second run on the same date does and tells nothing. What came to be within the month before and was not told is told too. A gateway that holds the store
itself does this every hour; run it daily for the PostgreSQL server of DATABASE_URL. The exit status is 0, 1 where the store cannot be used,
2 for wrong arguments.
`;

const options = { date: { type: "string" }, help: { type: "boolean", short: "h" } } as const;

/** Does what `npm run announce` is asked to. */
export async function announceCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { output, errors }: ReplayStreams,
): Promise<0 | 1 | 2> {
  const asked = readDate(args);
  if (asked === null) {
    errors.write("Name a date as YYYY-MM-DD, and nothing else. See npm run -s announce -- --help.\n");
    return 2;
  }
  if (asked === "help") {
    output.write(help);
    return 0;
  }
  const { date, isClocks } = asked;
  try {
    const settings = storeSettings(environment);
    const { databaseUrl } = settings;
    const store =
      databaseUrl === null ? await openMigratedStore(settings) : await openStore({ folder: null, databaseUrl });
    try {
      await announceAll(store.owner, date, commandErasures(environment, date), isClocks);
    } catch (error) {
      throw taskFailure(error, settings);
    } finally {
      await store.close();
    }
    output.write(`What ${date} brings is told.\n`);
    return 0;
  } catch (error) {
    errors.write(`${(error as Error).message}\n`);
    return 1;
  }
}

/** @returns null for wrong arguments */
function readDate(args: readonly string[]): { readonly date: string; readonly isClocks: boolean } | "help" | null {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    if (values.help) return "help";
    const date = z.iso.date().safeParse(values.date ?? germanToday()).data;
    return date === undefined ? null : { date, isClocks: values.date === undefined };
  } catch {
    return null;
  }
}
