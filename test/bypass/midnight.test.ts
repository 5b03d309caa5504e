import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answer } from "../../gateway/answer.ts";
import type { DoorRequest } from "../../gateway/doors.ts";
import { grantKeys } from "../../gateway/grantKeys.ts";
import { openHouse } from "../../gateway/openHouse.ts";
import type { GrantClaims } from "../../schema/grant.ts";
import { IssuerOfTests } from "../gateway/identity/IssuerOfTests.ts";
import { way } from "./way.ts";

afterEach(() => vi.useRealTimers());

describe(way("W-34"), () => {
  test("an operation belongs to the day on which it began: all of its grants and its record; the next one is decided anew", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-08-31T21:59:59Z") });
    const folder = mkdtempSync(join(tmpdir(), "sichtfeld-midnight-"));
    const issuer = await IssuerOfTests.make();
    const dates: string[] = [];
    const door = async ({ grant }: DoorRequest) => {
      dates.push(decodeJwt<{ grant: GrantClaims }>(grant).grant.date);
      vi.setSystemTime(new Date("2026-08-31T22:00:01Z"));
      return { data: { sfk_worklist: { sf_type: "WorklistConnection", sfk_totalCount: 3 } } };
    };
    const opened = await openHouse({
      acceptance: { issuer: issuer.trusted, binding: "none", nonce: false },
      grantKey: (await grantKeys(null)).privateKey,
      doors: new Map([["scoring", door]]),
      log: { folder, instance: null, keyFile: join(folder, "log-key.pem"), makeKey: true, witnessesFile: null },
      policyFolder: null,
      date: null,
      report: () => {},
    });
    const house = opened.house();
    const logged: { questionDate: string }[] = [];
    const log: typeof house.log = {
      appendFailure: (entry) => house.log.appendFailure(entry),
      append(entry) {
        logged.push(entry);
        return house.log.append(entry);
      },
    };
    const ask = async () => {
      const rawHeaders = [
        "authorization",
        `Bearer ${await issuer.token()}`,
        "access-purpose",
        "WORKLIST",
        "access-reason",
        "Tagesplanung",
        "content-type",
        "application/json",
      ];
      const request = {
        method: "POST",
        address: "192.0.2.1",
        url: "https://api.example/graphql",
        certificate: null,
        rawHeaders,
        search: "",
        body: { query: "{ worklist { totalCount } }" },
      };
      return JSON.parse((await answer(request, { ...house, log })).body);
    };
    try {
      expect((await ask()).data).toEqual({ worklist: { totalCount: 3 } });
      const next = await ask();
      expect(next.data).toEqual({ worklist: null });
      expect(next.errors[0].extensions.coordinate).toBe("Query.worklist");
      expect(dates).toEqual(["2026-08-31"]);
      expect(logged.map(({ questionDate }) => questionDate)).toEqual(["2026-08-31", "2026-09-01"]);
    } finally {
      await opened.close();
      rmSync(folder, { recursive: true });
    }
  });
});
