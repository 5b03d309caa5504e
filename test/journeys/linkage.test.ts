import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../harness.ts";

const intake = { purpose: "DATA_MAINTENANCE", reason: "Tägliche Lieferung des Fachverfahrens" };
const clearing = { purpose: "IDENTITY_CLEARING", reason: "Offene Zuordnungsfragen" };
const announce =
  "mutation ($input: [PersonDescription!]!) { announcePersons(input: $input) { announcements { ticket } } }";
const queue = "{ clearingQueue { ticket familyName candidates { bits given birth person { personRef givenNames } } } }";
const decide = "mutation ($input: DecideIdentityInput!) { decideIdentity(input: $input) { act { act by } } }";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Names and birth of the admitted person of the demonstration, as Kreis Borken reads them. */
async function onFile() {
  const stated = { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-4711/19" };
  const query = '{ person(personRef: "P-SHOWCASE0001") { familyName givenNames dateOfBirth placeOfBirth } }';
  return (await world.ask("abh-borken", stated, query)).data.person;
}

function operations() {
  return world.log().filter(({ type }) => type === "operation");
}

/** Whom an operation is on record to have shown; null for what concerns no single person. */
function subjectsOf(operation: string) {
  return world
    .log()
    .filter((each) => each.type === "subject" && each.operation === operation)
    .map(({ subject }) => world.named(subject));
}

async function announced(particulars: object) {
  const described = {
    ...(await onFile()),
    fileRef: "X-1",
    citizenships: ["SRB"],
    competentAuthority: "ABH_05554",
    ...particulars,
  };
  return world.ask("abh-borken-intake", intake, announce, { input: [described] });
}

describe("A message names a person of the demonstration", () => {
  test("the sender gets a ticket, and neither its answer nor a query tells who it is", async () => {
    const reply = await announced({ reference: "J-1" });
    expect(reply.data.announcePersons.announcements).toEqual([{ ticket: expect.stringMatching(/^T-/) }]);
    const tried = await world.ask(
      "abh-borken-intake",
      intake,
      '{ person(personRef: "P-SHOWCASE0001") { familyName } }',
    );
    expect(tried.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(tried.data ?? {})).not.toContain("Cvijeti");
  });

  test("that it was announced and compared is on record, about nobody: the sender was shown nobody", () => {
    const made = operations().findLast(({ kinds }) => kinds.includes("COMBINE"));
    expect(made.kinds).toEqual(["COLLECT", "DISCLOSE", "COMBINE"]);
    expect(subjectsOf(made.id)).toEqual([null]);
  });

  test("a twin is put before the clearing office, which sees the candidate, decides with a reason, and is on record with whom it saw", async () => {
    const { data } = await announced({ reference: "J-2", givenNames: "Zwetelina" });
    const [{ ticket }] = data.announcePersons.announcements;
    const asked = await world.ask("clearing-officer", clearing, queue);
    expect(asked.errors).toEqual([]);
    const question = asked.data.clearingQueue.find((each: { ticket: string }) => each.ticket === ticket);
    expect(question.candidates[0]).toMatchObject({ birth: "EXACT", person: { personRef: "P-SHOWCASE0001" } });
    expect(subjectsOf(operations().at(-1).id)).toContain("P-SHOWCASE0001");
    expect(
      (await world.ask("blocked-clearing-officer", { ...clearing, purpose: "BLOCKED_CLEARING" }, queue)).data
        .clearingQueue,
    ).toEqual([]);
    const input = { ticket, personRef: "P-SHOWCASE0001", reason: "Ausweis liegt vor, derselbe Mensch" };
    const decided = await world.ask("clearing-officer", clearing, decide, { input });
    expect(decided.errors).toEqual([]);
    expect(decided.data.decideIdentity.act).toEqual({ act: "LINKED", by: "clr-1602" });
    const after = await world.ask(
      "clearing-officer",
      clearing,
      '{ person(personRef: "P-SHOWCASE0001") { givenNames } }',
    );
    expect(after.data.person).toBe(null);
  });

  test("a link, a merge and the undoing of each stand on record as a combination that alters, with who did it", async () => {
    const run = async (name: string, input: object) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { act { id act } } }`;
      const { data, errors } = await world.ask("clearing-officer", clearing, mutation, { input });
      expect(errors).toEqual([]);
      expect(operations().at(-1)).toMatchObject({ actor: "clr-1602", kinds: ["ALTER", "DISCLOSE", "COMBINE"] });
      return data[name].act;
    };
    const reason = "Abgleich der Ausweise";
    const { data } = await announced({ reference: "J-3", givenNames: "Zwetelina" });
    const [{ ticket }] = data.announcePersons.announcements;
    expect(await run("decideIdentity", { ticket, personRef: "P-SHOWCASE0001", reason })).toMatchObject({
      act: "LINKED",
    });
    expect(await run("reopenIdentity", { ticket, reason })).toMatchObject({ act: "REOPENED" });
    const created = await run("decideIdentity", { ticket, personRef: null, reason });
    expect(created).toMatchObject({ act: "CREATED" });
    const again = (await announced({ reference: "J-4", givenNames: "Zwetana" })).data.announcePersons.announcements[0];
    const asked = await world.ask("clearing-officer", clearing, queue);
    const question = asked.data.clearingQueue.find((each: { ticket: string }) => each.ticket === again.ticket);
    const [one, other] = question.candidates.map(({ person }: { person: { personRef: string } }) => person.personRef);
    const merged = await run("mergePersons", { ticket: again.ticket, personRef: one, duplicateRef: other, reason });
    expect(await run("undoMerge", { act: merged.id, reason })).toMatchObject({ act: "MERGE_UNDONE" });
  });
});
