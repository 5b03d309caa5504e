import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answer } from "../../gateway/answer.ts";
import type { Door, DoorRequest } from "../../gateway/doors.ts";
import { embeddedSubgraphs } from "../../gateway/embeddedSubgraphs.ts";
import { type GrantKeys, grantKeys } from "../../gateway/grantKeys.ts";
import { openHouse } from "../../gateway/openHouse.ts";
import type { GrantClaims } from "../../schema/grant.ts";
import { openMigratedStore } from "../../subgraphs/openMigratedStore.ts";
import { relation } from "../../subgraphs/shell/tables.ts";
import { storeSettings } from "../../subgraphs/storeSettings.ts";
import { IssuerOfTests } from "../gateway/identity/IssuerOfTests.ts";
import { ownEnvironment } from "../ownEnvironment.ts";
import { way } from "./way.ts";

afterEach(() => vi.useRealTimers());

/** What is known of a request that went on record. */
type Logged = { readonly questionDate: string; readonly outcome: string; readonly refusalCode: string | null };

/** A gateway without HTTP before these doors, whose access log is listened to. */
async function openGateway(folder: string, keys: GrantKeys, doors: ReadonlyMap<string, Door>, date: string | null) {
  const issuer = await IssuerOfTests.make();
  const opened = await openHouse({
    acceptance: { issuer: issuer.trusted, binding: "none", nonce: false },
    grantKey: keys.privateKey,
    doors,
    log: { folder, instance: null, keyFile: `${folder}/log-key.pem`, makeKey: true, witnessesFile: null },
    policyFolder: null,
    date,
    report: () => {},
  });
  const house = opened.house();
  const logged: Logged[] = [];
  const log: typeof house.log = {
    nameAhead: (named) => house.log.nameAhead(named),
    erase: (order, named) => house.log.erase(order, named),
    appendRepeated: (entry) => house.log.appendRepeated(entry),
    appendFailure: (entry) => house.log.appendFailure(entry),
    append(entry) {
      logged.push(entry);
      return house.log.append(entry);
    },
  };
  const ask = async (query: string, stated: Readonly<Record<string, string>>, claims = {}) => {
    const headers = {
      authorization: `Bearer ${await issuer.token(claims)}`,
      "access-reason": "Tagesplanung",
      "content-type": "application/json",
      ...stated,
    };
    const { status, body } = await answer(
      {
        method: "POST",
        address: "192.0.2.1",
        url: "https://api.example/graphql",
        certificate: null,
        rawHeaders: Object.entries(headers).flat(),
        search: "",
        body: { query },
      },
      { ...house, log },
    );
    return { status, ...JSON.parse(body) };
  };
  return { ask, logged, close: () => opened.close() };
}

describe(way("W-34"), () => {
  const lastSecond = new Date("2026-08-31T21:59:59Z");
  const worklist = { "access-purpose": "WORKLIST" };

  test("the day on which a right ends ends while a subgraph is asked: nothing of what it gave is told, and the next is decided anew", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: lastSecond });
    const { folder, remove } = await ownEnvironment("nothing");
    const dates: string[] = [];
    const door = async ({ grant }: DoorRequest) => {
      dates.push(decodeJwt<{ grant: GrantClaims }>(grant).grant.date);
      vi.setSystemTime(new Date("2026-08-31T22:00:01Z"));
      return { data: { sfk_worklist: { sf_type: "WorklistConnection", sfk_totalCount: 3 } } };
    };
    const gateway = await openGateway(folder, await grantKeys(null), new Map([["scoring", door]]), null);
    try {
      const first = await gateway.ask("{ worklist { totalCount } }", worklist);
      expect(first).toMatchObject({ status: 503, errors: [{ extensions: { code: "DAY_ENDED" } }] });
      expect(JSON.stringify(first)).not.toContain("3}");
      const next = await gateway.ask("{ worklist { totalCount } }", worklist);
      expect(next.data).toEqual({ worklist: null });
      expect(next.errors[0].extensions.coordinate).toBe("Query.worklist");
      expect(dates).toEqual(["2026-08-31"]);
      expect(gateway.logged.map((each) => [each.questionDate, each.outcome, each.refusalCode])).toEqual([
        ["2026-08-31", "REFUSED", "DAY_ENDED"],
        ["2026-09-01", "ANSWERED", null],
      ]);
    } finally {
      await gateway.close();
      await remove();
    }
  });

  test("a mutation that began on the last day is on record, and shows nothing on the next", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: lastSecond });
    const { folder, remove } = await ownEnvironment("nothing");
    const door = async () => {
      vi.setSystemTime(new Date("2026-08-31T22:00:01Z"));
      return { data: { sfk_recordOwnEstimate: { sf_type: "RecordOwnEstimatePayload", sf_about: null } } };
    };
    const gateway = await openGateway(folder, await grantKeys(null), new Map([["scoring", door]]), null);
    const mutation = `mutation { recordOwnEstimate(input: { caseRef: "FM-2026-0001", band: REGULAR, reason: "Nach Aktenlage" }) { __typename } }`;
    const stated = { "access-purpose": "CASE_ADMISSION", "access-case": "FM-2026-0001" };
    try {
      const reply = await gateway.ask(mutation, stated);
      expect(reply.errors).toMatchObject([{ extensions: { code: "MUTATION_UNCERTAIN" } }]);
      expect(reply.data ?? null).toBeNull();
      expect(gateway.logged.map(({ outcome }) => outcome)).toEqual(["ATTEMPTED", "REFUSED"]);
    } finally {
      await gateway.close();
      await remove();
    }
  });

  test("a case that closes between two subgraphs: the second gives nothing of it, whatever the first gave", async () => {
    const { folder, variables, remove } = await ownEnvironment("population");
    const store = await openMigratedStore(storeSettings(variables));
    const keys = await grantKeys(null);
    const subgraphs = await embeddedSubgraphs(store, folder, keys.publicKey, () => {});
    let closes = false;
    const doors = new Map(
      [...subgraphs.doors].map(([name, door]): [string, Door] => [
        name,
        async (request) => {
          const given = await door(request);
          if (closes && name === "immigration") {
            await store.owner.update(relation).set({ until: "2026-06-14" }).where(eq(relation.personRef, subject));
          }
          return given;
        },
      ]),
    );
    const subject = "P-SHOWCASE0001";
    const gateway = await openGateway(`${folder}/log-of-test`, keys, doors, "2026-06-15");
    const query = `{ person(personRef: "${subject}") { familyName convictions { court } cases { caseRef } assessment { band } } }`;
    const stated = { "access-purpose": "CASE_MANAGEMENT", "access-case": "FM-2026-0001" };
    const claims = { purposes: ["CASE_MANAGEMENT"] };
    try {
      const open = await gateway.ask(query, stated, claims);
      const { convictions, cases, assessment } = open.data.person;
      expect([convictions.length, cases.length, assessment !== null]).toEqual([2, 1, true]);
      closes = true;
      const closing = await gateway.ask(query, stated, claims);
      expect(closing.data.person.familyName).toBe(open.data.person.familyName);
      expect([closing.data.person.convictions, closing.data.person.cases]).toEqual([null, []]);
      expect(closing.data.person.assessment).toBeNull();
      expect((await gateway.ask(query, stated, claims)).data).toEqual({ person: null });
    } finally {
      await gateway.close();
      await subgraphs.stop();
      await store.close();
      await remove();
    }
  });
});
