import type { Database } from "../shell/openStore.ts";
import { indexLog } from "./indexLog.ts";

/**
 * Resolves when everything that was on record before the call is in the index.
 *
 * @throws SubgraphError LOG_BROKEN or LOG_UNREADABLE
 */
export type CatchUp = (database: Database) => Promise<void>;

interface Flight {
  readonly running: Promise<void>;
  next: Promise<void> | null;
}

/**
 * Makes catching up with the log in a folder. Of many callers at once, the first reads the log and the others share one
 * reading that begins after it: the first may have passed what they need.
 */
export function catchUpWith(folder: () => string): CatchUp {
  const flights = new WeakMap<Database, Flight>();
  const takeOff = (database: Database): Promise<void> => {
    const flight: Flight = { running: indexLog(database, folder()), next: null };
    flights.set(database, flight);
    const land = () => {
      if (flights.get(database) === flight) flights.delete(database);
    };
    flight.running.then(land, land);
    return flight.running;
  };
  return (database) => {
    const flight = flights.get(database);
    if (flight === undefined) return takeOff(database);
    const again = () => takeOff(database);
    flight.next ??= flight.running.then(again, again);
    return flight.next;
  };
}
