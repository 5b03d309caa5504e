import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../harness.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

const supervision = { purpose: "SUPERVISION" };
const list = { purpose: "WORKLIST" };
const act = (name: string, version = "demo-1") =>
  `mutation { ${name}(input: { version: "${version}", reason: "Die Stichprobe zeigt einen Fehler in C-A5." }) { catalogue { suspended } } }`;
const assess = () =>
  world.ask(
    "rrk-muenster-caseworker",
    { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" },
    '{ person(personRef: "P-SHOWCASE0001") { assessment { state } } }',
  );
const groups = async () => {
  const { data } = await world.ask(
    "rrk-muenster-caseworker",
    list,
    "{ worklist(first: 200) { edges { node { group } } } }",
  );
  return new Set(data.worklist.edges.map(({ node }: { node: { group: string } }) => node.group));
};

test("The lead of RRK Münster stops scoring at once, the MKJFGFI lets it go on, and both are on record", async () => {
  expect((await assess()).data.person.assessment).toMatchObject({ state: "ASSESSED" });
  expect(await groups()).toContain("PRIORITY");

  const stopped = await world.ask("rrk-muenster-lead", list, act("suspendCatalogue"));
  expect(stopped.errors).toEqual([]);
  expect(stopped.data.suspendCatalogue.catalogue).toEqual({ suspended: true });
  const recorded = world.log().filter(({ type }) => type === "operation");
  expect(recorded.at(-1)).toMatchObject({ kinds: expect.arrayContaining(["ALTER"]) });

  const after = await assess();
  expect(after.data.person.assessment).toBeNull();
  expect(after.errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
  expect(await groups()).toEqual(new Set(["STALE", "NOT_YET_ASSESSED", "OWN_ESTIMATE_FIRST"]));

  const refused = await world.ask("rrk-muenster-lead", list, act("resumeCatalogue"));
  expect(refused.errors.map(({ extensions }) => extensions?.code)).not.toEqual([]);
  expect((await assess()).data.person.assessment).toBeNull();

  const read = await world.ask(
    "dpo",
    { purpose: "DATA_PROTECTION_CONTROL" },
    "{ catalogue { suspended acts { act on office { id } reason } } }",
  );
  expect(read.data.catalogue).toEqual({
    suspended: true,
    acts: [
      {
        act: "SUSPENDED",
        on: "2026-06-15",
        office: { id: "RRK_MUENSTER" },
        reason: "Die Stichprobe zeigt einen Fehler in C-A5.",
      },
    ],
  });

  expect((await world.ask("mkjfgfi", supervision, act("resumeCatalogue"))).errors).toEqual([]);
  expect((await assess()).data.person.assessment).toMatchObject({ state: "ASSESSED" });
  expect(await groups()).toContain("PRIORITY");
});

test.each(["rrk-muenster-caseworker", "rrk-koeln-caseworker"])("%s stops nothing", async (persona) => {
  const reply = await world.ask(persona, list, act("suspendCatalogue"));
  expect(reply.errors).not.toEqual([]);
  expect((await assess()).data.person.assessment).toMatchObject({ state: "ASSESSED" });
});
