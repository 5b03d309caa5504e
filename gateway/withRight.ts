import { offices } from "../schema/offices.ts";
import type { Asked } from "./accessEntry.ts";
import { GatewayError } from "./errors.ts";
import { failIdentification } from "./failIdentification.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { occasionOf } from "./occasionOf.ts";
import { abilityFor, type OfficeAbility } from "./policy/ability.ts";
import { refuse } from "./refuse.ts";
import { type StatedRequester, statePurpose } from "./statePurpose.ts";

/** What is known of a request about the log itself, whose sender may make it. */
export interface AskedOfLog extends Asked {
  readonly requester: StatedRequester;
}

/**
 * Does what a request about the log itself asks for, where the rules give its sender a right; without it there is nothing at its
 * address. Whatever is refused is on record.
 *
 * @throws GatewayError
 */
export async function withRight<T>(
  request: IdentifiedBy,
  house: House,
  [action, category]: Parameters<OfficeAbility["verdict"]>,
  work: (asked: AskedOfLog) => Promise<T>,
): Promise<T> {
  const occasion = occasionOf(request, house);
  const requester = await house.identify(request).catch((error: unknown) => failIdentification(error, occasion, house));
  let asked: Asked = { occasion, requester, policy: house.policy, operation: null, document: null, decision: null };
  try {
    house.wear.admitRequest(requester, house.now());
    const stated = { ...asked, requester: statePurpose(requester, house.policy.purposes) };
    asked = stated;
    const { office: id, role, purpose } = stated.requester;
    const office = offices.get(id);
    if (office === undefined) throw new GatewayError("UNAUTHENTICATED");
    const ability = abilityFor(house.policy, office, role, purpose, occasion.date);
    if (ability.verdict(action, category).outcome !== "ALLOW") throw new GatewayError("NOT_FOUND_ROUTE");
    return await work(stated);
  } catch (error) {
    throw await refuse(error, asked, house);
  }
}
