import { parseShardName } from "../schema/accessLogNames.ts";
import { endsOn, hasEnded, retentionNorms } from "../schema/accessLogRetention.ts";
import { erasingEntry } from "./accessEntry.ts";
import type { ShardEnd } from "./audit/endShards.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { record } from "./record.ts";
import { withRight } from "./withRight.ts";

const unsigned =
  "The shard is due and was not ended: there is no checkpoint that the log's key signed, so nothing could remain. Start the gateway, which signs one, and order it again.";

/**
 * Ends a shard of this gateway's log by hand, for whom the rules let erase in it. Before its day nobody can, and that it was tried is on record.
 *
 * @param instance that this gateway writes
 * @param name of the shard, without its instance
 * @param end ends what is over by the log's own clock
 * @throws GatewayError RETENTION_RUNS before the shard's day, NOT_FOUND_ROUTE where there is no such shard, MUTATION_UNCERTAIN where no signed checkpoint is there
 */
export function orderEnd(
  request: IdentifiedBy,
  instance: string,
  name: string,
  end: () => Promise<readonly ShardEnd[]>,
  house: House,
): Promise<readonly ShardEnd[]> {
  return withRight(request, house, ["WRITE", "ACCESS_ERASURE"], async (asked) => {
    const shard = parseShardName(name);
    if (shard === null) throw new GatewayError("NOT_FOUND_ROUTE");
    const kept = `${name} is kept until ${endsOn(shard)} (${retentionNorms(shard).join(", ")}). Nothing was erased; the attempt is on record.`;
    if (!hasEnded(shard, house.now().getTime())) throw new GatewayError("RETENTION_RUNS", kept);
    await record(
      house.log,
      erasingEntry({ ...asked, occasion: { ...asked.occasion, id: house.newId() } }, `end ${name}`, "ATTEMPTED"),
    );
    const ends = await end();
    // The log's own clock decides, and it may be behind.
    const outcome = ends.find((each) => each.shard === `${instance}/${name}`)?.outcome;
    if (outcome === undefined) throw new GatewayError("NOT_FOUND_ROUTE");
    if (outcome === "KEPT") throw new GatewayError("RETENTION_RUNS", kept);
    if (outcome === "UNSIGNED") throw new GatewayError("MUTATION_UNCERTAIN", unsigned);
    await record(house.log, erasingEntry(asked, `end ${name}`, "ANSWERED"));
    return ends;
  });
}
