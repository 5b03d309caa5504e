import { offices } from "../schema/offices.ts";
import { tilePath } from "../schema/tlog/tilePath.ts";
import { type Asked, bundleEntry } from "./accessEntry.ts";
import { readTile } from "./audit/readTile.ts";
import { GatewayError } from "./errors.ts";
import { failIdentification } from "./failIdentification.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { occasionOf } from "./occasionOf.ts";
import { abilityFor } from "./policy/ability.ts";
import { record } from "./record.ts";
import { refuse } from "./refuse.ts";
import { statePurpose } from "./statePurpose.ts";

/**
 * A bundle of entries of the log, for whom the rules let read every access record. The reading is on record before the bytes
 * leave.
 *
 * @param shard `<instance>/<shard>`
 * @param folder of the shard
 * @throws GatewayError
 */
export async function readEntries(
  request: IdentifiedBy,
  shard: string,
  folder: string,
  place: Parameters<typeof readTile>[1],
  house: House,
): Promise<Buffer> {
  const occasion = occasionOf(request, house);
  const requester = await house.identify(request).catch((error: unknown) => failIdentification(error, occasion, house));
  let asked: Asked = { occasion, requester, policy: house.policy, operation: null, document: null, decision: null };
  try {
    house.wear.admitRequest(requester, house.now());
    const stated = statePurpose(requester, house.policy.purposes);
    asked = { ...asked, requester: stated };
    const office = offices.get(stated.office);
    if (office === undefined) throw new GatewayError("UNAUTHENTICATED");
    const ability = abilityFor(house.policy, office, stated.role, stated.purpose, occasion.date);
    if (ability.verdict("SEE", "ACCESS_RECORD").outcome !== "ALLOW") throw new GatewayError("NOT_FOUND_ROUTE");
    const bytes = await readTile(folder, place);
    if (bytes === null) throw new GatewayError("NOT_FOUND_ROUTE");
    await record(house.log, bundleEntry(asked, `${shard}/${tilePath(place)}`));
    return bytes;
  } catch (error) {
    throw await refuse(error, asked, house);
  }
}
