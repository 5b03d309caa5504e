import { parseShardName } from "../schema/accessLogNames.ts";
import { endsOn, hasEnded, retentionNorms } from "../schema/accessLogRetention.ts";
import { erasingEntry } from "./accessEntry.ts";
import type { ShardEnd } from "./audit/endShards.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { record } from "./record.ts";
import { withRight } from "./withRight.ts";

/**
 * Ends a shard of this gateway's log by hand, for whom the rules let erase in it. Before its day nobody can, and that it was tried is on record.
 *
 * @param name of the shard, without its instance
 * @param end ends what is over by the log's own clock
 * @throws GatewayError RETENTION_RUNS before the shard's day, NOT_FOUND_ROUTE where there is no such shard
 */
export function orderEnd(
  request: IdentifiedBy,
  name: string,
  end: () => Promise<readonly ShardEnd[]>,
  house: House,
): Promise<readonly ShardEnd[]> {
  return withRight(request, house, ["WRITE", "ACCESS_ERASURE"], async (asked) => {
    const shard = parseShardName(name);
    if (shard === null) throw new GatewayError("NOT_FOUND_ROUTE");
    if (!hasEnded(shard, house.now().getTime())) {
      const kept = `${name} is kept until ${endsOn(shard)} (${retentionNorms(shard).join(", ")}). Nothing was erased; the attempt is on record.`;
      throw new GatewayError("RETENTION_RUNS", kept);
    }
    await record(
      house.log,
      erasingEntry({ ...asked, occasion: { ...asked.occasion, id: house.newId() } }, `end ${name}`, "ATTEMPTED"),
    );
    const ends = await end();
    await record(house.log, erasingEntry(asked, `end ${name}`, "ANSWERED"));
    return ends;
  });
}
