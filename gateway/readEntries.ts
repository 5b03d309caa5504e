import { tilePath } from "../schema/tlog/tilePath.ts";
import { bundleEntry } from "./accessEntry.ts";
import { readTile } from "./audit/readTile.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { record } from "./record.ts";
import { withRight } from "./withRight.ts";

/**
 * A bundle of entries of the log, for whom the rules let read every access record. The reading is on record before the bytes
 * leave.
 *
 * @param shard `<instance>/<shard>`
 * @param folder of the shard
 * @throws GatewayError
 */
export function readEntries(
  request: IdentifiedBy,
  shard: string,
  folder: string,
  place: Parameters<typeof readTile>[1],
  house: House,
): Promise<Buffer> {
  return withRight(request, house, ["SEE", "ACCESS_RECORD"], async (asked) => {
    const bytes = await readTile(folder, place);
    if (bytes === null) throw new GatewayError("NOT_FOUND_ROUTE");
    await record(house.log, bundleEntry(asked, `${shard}/${tilePath(place)}`));
    return bytes;
  });
}
