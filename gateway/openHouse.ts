import { randomUUID, type webcrypto } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { LogSettings } from "./audit/logSettings.ts";
import { type OpenAccessLog, openAccessLog } from "./audit/openAccessLog.ts";
import { publishPolicy } from "./audit/publishPolicy.ts";
import { Decisions } from "./Decisions.ts";
import { TrustedDocuments } from "./documents/TrustedDocuments.ts";
import type { Door } from "./doors.ts";
import { openFetch } from "./fetch.ts";
import { GrantSigner } from "./GrantSigner.ts";
import type { House } from "./House.ts";
import { type Acceptance, makeIdentify } from "./identify.ts";
import { limits } from "./limits.ts";
import { loadSupergraph } from "./loadSupergraph.ts";
import { policyRecord } from "./officer/policyRecord.ts";
import { PolicyInForce, type Standing } from "./PolicyInForce.ts";
import { loadPolicy } from "./policy/loadPolicy.ts";
import { QuestionDate } from "./QuestionDate.ts";
import { type OpenUsage, openUsage } from "./usage/openUsage.ts";
import { recentUse } from "./wear/recentUse.ts";
import { Wear, type WearLimits } from "./wear/Wear.ts";

export interface HouseOptions {
  /** Whose tokens are accepted, and how. */
  readonly acceptance: Acceptance;
  /** Private Ed25519 key that signs grants. */
  readonly grantKey: webcrypto.CryptoKey;
  readonly doors: ReadonlyMap<string, Door>;
  readonly log: LogSettings;
  /** Folder of the policy; null: the one that comes with the gateway. */
  readonly policyFolder: string | null;
  /** Date of the question; null: today's in Germany. */
  readonly date: string | null;
  readonly report: House["report"];
  /** Folder of the counters of usage; left out: nothing is counted. */
  readonly usageFolder?: string;
  /** Operations that were looked at before they are sent; left out: none. */
  readonly documents?: TrustedDocuments;
  /** Gateways that share the requests. */
  readonly gateways?: number;
  /** Other numbers than those of `limits`, where use over time is not what is looked at. */
  readonly wear?: WearLimits;
}

/** A house that is open. */
export interface OpenHouse {
  /** As it stands for a request that begins now. The request keeps it to its end, whatever comes into force meanwhile. */
  house(): House;
  readonly policy: PolicyInForce;
  /** Name of the log that this gateway writes. */
  readonly logInstance: string;
  /** Whether the log takes entries: without it nothing is answered. */
  canRecord(): Promise<boolean>;
  /** Ends what is over in the log. */
  endLog: OpenAccessLog["end"];
  /**
   * Moves the date of the question, for a simulation. Requests under way keep theirs, or are refused as over midnight.
   *
   * @throws Error where the date is today's, as in production always
   */
  moveDate(day: string): void;
  /** Waits for the log. */
  close(): Promise<void>;
}

/** Where usage is not looked at. */
const uncounted: OpenUsage = { count: () => {}, close: async () => {} };

const hourMilliseconds = 3_600_000;

/** @throws PolicyError, AccessLogError, or an Error that says what is missing */
export async function openHouse(options: HouseOptions): Promise<OpenHouse> {
  const supergraph = loadSupergraph();
  const fetch = await openFetch(supergraph, options.doors, new GrantSigner(options.grantKey));
  const opened = await openAccessLog({
    ...options.log,
    report: (detail) => options.report("failure", detail),
    onEnd: (end) => options.report(end.outcome === "ENDED" ? "retention" : "failure", { ...end }),
  });
  const { log, folder } = opened;
  const policy = await PolicyInForce.open({
    supergraph,
    load: () => loadPolicy(folderUrl(options.policyFolder)),
    publish: (each) => publishPolicy(folder, policyRecord(each, supergraph), new Date()),
    report: options.report,
  }).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const usage =
    options.usageFolder === undefined
      ? uncounted
      : await openUsage(options.usageFolder, folder.instance, (error) => options.report("failure", { error }));
  const date = new QuestionDate(options.date);
  const recent = await recentUse(folder, Date.now() - hourMilliseconds);
  const wear = new Wear(options.wear ?? limits, options.gateways ?? 1, recent);
  const furnished: Omit<House, keyof Standing> = {
    identify: makeIdentify(options.acceptance, wear),
    wear,
    documents: options.documents ?? TrustedDocuments.load(null, false),
    decisions: new Decisions(supergraph),
    fetch,
    log,
    usage,
    date: () => date.day,
    now: () => new Date(),
    newId: randomUUID,
    report: options.report,
  };
  return {
    house: () => ({ ...furnished, ...policy.standing }),
    policy,
    logInstance: folder.instance,
    canRecord: () => log.isWritable(),
    endLog: opened.end,
    moveDate: (day) => date.moveTo(day),
    async close() {
      await fetch.stop();
      await usage.close();
      await opened.close();
    },
  };
}

function folderUrl(folder: string | null): URL | undefined {
  return folder === null ? undefined : pathToFileURL(`${resolve(folder)}/`);
}
