import type { Decision } from "../decide.ts";
import { GatewayError } from "../errors.ts";
import type { limits } from "../limits.ts";
import type { Operation } from "../Operation.ts";
import type { Requester } from "../Requester.ts";
import type { Redacted } from "../redact.ts";
import { type CountedFor, HourlyCeilings } from "./HourlyCeilings.ts";
import type { RecentUse } from "./recentUse.ts";
import { TokenBuckets } from "./TokenBuckets.ts";

/** The numbers of `limits` that bear on use over time. */
export type WearLimits = Readonly<
  Record<
    | "requestsBurstMax"
    | "requestsPerSecondMax"
    | "strangersBurstMax"
    | "strangersPerSecondMax"
    | "allStrangersBurstMax"
    | "allStrangersPerSecondMax"
    | "casesAnHourMax",
    number
  >
> & { readonly personsAnHourMax: Readonly<Partial<Record<keyof typeof limits.personsAnHourMax, number>>> };

/** Requesters and addresses that are remembered, each for its rate. */
const requestersMax = 20_000;
const addressesMax = 20_000;

/** What one gateway lets one person-in-office, or one stranger, do over time. */
export class Wear {
  readonly #requesters: TokenBuckets;
  readonly #addresses: TokenBuckets;
  readonly #allStrangers: TokenBuckets;
  readonly #persons: HourlyCeilings;
  readonly #cases: HourlyCeilings;

  /**
   * @param gateways that share the requests: each counts its share of a ceiling, so that all together keep it
   * @param recent persons and cases of the last hour, from this gateway's own log
   */
  constructor(limits: WearLimits, gateways: number, recent: readonly RecentUse[]) {
    this.#requesters = new TokenBuckets(
      { burstMax: limits.requestsBurstMax, perSecondMax: limits.requestsPerSecondMax },
      requestersMax,
    );
    this.#addresses = new TokenBuckets(
      { burstMax: limits.strangersBurstMax, perSecondMax: limits.strangersPerSecondMax },
      addressesMax,
    );
    this.#allStrangers = new TokenBuckets(
      { burstMax: limits.allStrangersBurstMax, perSecondMax: limits.allStrangersPerSecondMax },
      1,
    );
    const ceilings: Readonly<Record<string, number | undefined>> = limits.personsAnHourMax;
    this.#persons = new HourlyCeilings({ limit: "personsAnHourMax", words: "persons" }, (purpose) =>
      Math.floor((ceilings[purpose] ?? 0) / gateways),
    );
    this.#cases = new HourlyCeilings({ limit: "casesAnHourMax", words: "cases" }, () =>
      Math.floor(limits.casesAnHourMax / gateways),
    );
    for (const { at, kind, reference, ...who } of recent) {
      const counted = kind === "person" ? this.#persons : this.#cases;
      counted.count(who, [reference], at);
    }
  }

  /** @throws GatewayError TOO_MANY_REQUESTS with the header `retry-after` */
  admitRequest({ office, person }: Pick<CountedFor, "office" | "person">, now: Date): void {
    const key = JSON.stringify([office, person]);
    refuseFor(this.#requesters.wait(key, now.getTime()), "requestsPerSecondMax");
    this.#requesters.take(key, now.getTime());
  }

  /**
   * Whether somebody of this address may try to say who they are.
   *
   * @throws GatewayError TOO_MANY_REQUESTS with the header `retry-after`
   */
  admitStranger(address: string, now: Date): void {
    refuseFor(this.#addresses.wait(address, now.getTime()), "strangersPerSecondMax");
    refuseFor(this.#allStrangers.wait("", now.getTime()), "allStrangersPerSecondMax");
  }

  /**
   * Counts a request that could not say who sent it.
   *
   * @throws GatewayError TOO_MANY_REQUESTS in place of the reason, once there were too many
   */
  countStranger(address: string, now: Date): void {
    this.admitStranger(address, now);
    this.#addresses.take(address, now.getTime());
    this.#allStrangers.take("", now.getTime());
  }

  /**
   * Before anything is fetched: counts the cases and persons that the operation asks for by reference, whether they exist or not. A
   * mutation must leave room for the persons whom it will show, because afterwards it can no longer be refused.
   *
   * @throws GatewayError CEILING_REACHED
   */
  admitAsked(
    who: CountedFor & Pick<Requester, "caseRef">,
    operation: Pick<Operation, "askedPersons" | "askedCases">,
    decision: Pick<Decision, "payloads">,
    now: Date,
  ): void {
    const stated = who.caseRef === null ? [] : [who.caseRef];
    this.#cases.admit(who, [...stated, ...operation.askedCases], now.getTime());
    this.#persons.admit(who, operation.askedPersons, now.getTime(), decision.payloads.size);
  }

  /**
   * Before the answer leaves: counts the persons whom it shows.
   *
   * @throws GatewayError CEILING_REACHED, never for a mutation
   */
  admitShown(
    who: CountedFor,
    operation: Pick<Operation, "definition">,
    { disclosed }: Pick<Redacted, "disclosed">,
    now: Date,
  ): void {
    const persons = [...disclosed.keys()].filter((subject) => subject !== null);
    if (operation.definition.operation === "mutation") this.#persons.count(who, persons, now.getTime());
    else this.#persons.admit(who, persons, now.getTime());
  }
}

function refuseFor(seconds: number, limit: keyof WearLimits): void {
  if (seconds <= 0) return;
  throw new GatewayError("TOO_MANY_REQUESTS", null, { limit }, undefined, {
    "retry-after": String(Math.ceil(seconds)),
  });
}
