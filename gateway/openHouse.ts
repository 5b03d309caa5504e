import { randomUUID, type webcrypto } from "node:crypto";
import { AccessLog } from "./audit/AccessLog.ts";
import { openLogFolder } from "./audit/openLogFolder.ts";
import { Contracts } from "./Contracts.ts";
import { Decisions } from "./Decisions.ts";
import type { Door } from "./doors.ts";
import { openFetch } from "./fetch.ts";
import { GrantSigner } from "./GrantSigner.ts";
import type { House } from "./House.ts";
import { type Acceptance, makeIdentify } from "./identify.ts";
import { limits } from "./limits.ts";
import { loadSupergraph } from "./loadSupergraph.ts";
import { loadPolicy } from "./policy/loadPolicy.ts";
import { recentPersons } from "./wear/recentPersons.ts";
import { Wear, type WearLimits } from "./wear/Wear.ts";

export interface HouseOptions {
  /** Whose tokens are accepted, and how. */
  readonly acceptance: Acceptance;
  /** Private Ed25519 key that signs grants. */
  readonly grantKey: webcrypto.CryptoKey;
  readonly doors: ReadonlyMap<string, Door>;
  readonly logFolder: string;
  readonly logInstance: string | null;
  /** Date of the question; null: today's in Germany. */
  readonly date: string | null;
  readonly report: House["report"];
  /** Gateways that share the requests. */
  readonly gateways?: number;
  /** Other numbers than those of `limits`, where use over time is not what is looked at. */
  readonly wear?: WearLimits;
}

/** A house that is open; closing it waits for the log. */
export type OpenHouse = House & { close(): Promise<void> };

/** German offices ask on German days. */
const hourMilliseconds = 3_600_000;

const germanDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short" });

/** @throws PolicyError, AccessLogError, or an Error that says what is missing */
export async function openHouse(options: HouseOptions): Promise<OpenHouse> {
  const supergraph = loadSupergraph();
  const policy = loadPolicy();
  const fetch = await openFetch(supergraph, options.doors, new GrantSigner(options.grantKey));
  const folder = await openLogFolder(options.logFolder, options.logInstance);
  const log = await AccessLog.open(folder);
  const recent = await recentPersons(folder, Date.now() - hourMilliseconds);
  const wear = new Wear(options.wear ?? limits, options.gateways ?? 1, recent);
  return {
    identify: makeIdentify(options.acceptance, wear),
    wear,
    policy,
    contracts: new Contracts(supergraph, policy),
    decisions: new Decisions(supergraph),
    fetch,
    log,
    date: () => options.date ?? germanDay.format(new Date()),
    now: () => new Date(),
    newId: randomUUID,
    report: options.report,
    async close() {
      await fetch.stop();
      await log.close();
    },
  };
}
