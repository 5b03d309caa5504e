import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { subjectHolder } from "../../../../schema/subjectHolder.ts";
import { caseRecord, measure } from "../../../../subgraphs/casework/tables.ts";
import { criminalRecords } from "../../../../subgraphs/criminal-records/subgraph.ts";
import { intake } from "../../../../subgraphs/criminal-records/supply/intake.ts";
import { conviction, offence } from "../../../../subgraphs/criminal-records/tables.ts";
import { announcedPerson, clearingCandidate } from "../../../../subgraphs/immigration/linkage/tables.ts";
import { immigration } from "../../../../subgraphs/immigration/subgraph.ts";
import { toleration } from "../../../../subgraphs/immigration/tables.ts";
import { addDays } from "../../../../subgraphs/shell/calendar/addDays.ts";
import { takeNews } from "../../../../subgraphs/shell/intake/takeNews.ts";
import { readRows } from "../../../../subgraphs/shell/readRows.ts";
import { news, personTicket, relation } from "../../../../subgraphs/shell/tables.ts";
import { type Chance, chance } from "../../../model/chance.ts";
import { giveConviction } from "../../criminal-records/givenRecord.ts";
import { recordingErasures } from "../../recordingErasures.ts";
import { today } from "../../today.ts";
import { givenFact } from "../givenFact.ts";
import { type LinkageWorld, openLinkageWorld } from "./linkageWorld.ts";
import { NaiveMerges } from "./naiveMerges.ts";

/** Histories of the short run; `MERGE_HISTORIES=200` carries out more. */
const histories = Number(process.env.MERGE_HISTORIES ?? 3);
const stepsEach = 14;

let world: LinkageWorld;
beforeAll(async () => {
  world = await openLinkageWorld();
});
afterAll(() => world.close());

let number = 0;
const next = (prefix: string) => `${prefix}-${++number}`;

const unlike = [
  ["Zaidan", "Ruqayya", "1994-05-12", "Homs"],
  ["Brandt", "Uwe", "1961-11-30", "Celle"],
  ["Okonkwo", "Chidi", "1988-02-03", "Enugu"],
  ["Yılmaz", "Tülay", "1979-08-21", "Sivas"],
] as const;

/** Persons on file, each with a ticket of the police, and what a history can do to them. */
async function openHistory() {
  const { owner } = world.store;
  await world.forgetAll();
  await world.store.script(`TRUNCATE criminal_records.supplied_fact, criminal_records.supplied_version, criminal_records.supplied_message,
    criminal_records.police_finding, criminal_records.offence, criminal_records.conviction, casework."case" CASCADE; TRUNCATE directory.news`);
  const tickets = new Map<string, string>();
  for (const [familyName, givenNames, dateOfBirth, placeOfBirth] of unlike) {
    const particulars = { familyName, givenNames, dateOfBirth, placeOfBirth, fileRef: next("ABH-BOR") };
    const { personRef } = await world.ticket(await world.announce(particulars));
    const ticket = next("T-LKA");
    await owner
      .insert(personTicket)
      .values({ ticket, office: "LKA_NRW", personRef, state: "DECIDED", issuedAt: "2026-06-01T08:00:00Z" });
    tickets.set(personRef ?? "", ticket);
  }
  const naive = new NaiveMerges([...tickets.keys()]);
  const cases = new Map<string, string>();
  const days = new Map<string, number>();
  const fact = (personRef: string, factId: string) => ({ ...givenFact(personRef, factId, "2026-05-10"), tag: "" });

  async function addMeasure(caseRef: string): Promise<void> {
    const home = cases.get(caseRef) ?? "";
    const factId = next("ME");
    const course = {
      position: number,
      measureKind: "HEARING",
      office: "ZAB_COESFELD",
      dueOn: "2026-09-01",
      state: "OPEN",
    };
    await owner.insert(measure).values({ ...fact(naive.whoIs(home), factId), caseRef, ...course } as never);
    naive.keep(factId, home);
  }

  const steps: Readonly<Record<string, (drawn: Chance) => Promise<void>>> = {
    async residenceFact(drawn) {
      const person = drawn.pick(naive.onFile());
      const factId = next("TL");
      // Days repeat from person to person: two files of one person say much twice.
      days.set(person, (days.get(person) ?? 0) + 1);
      const eventDate = addDays("2026-01-01", days.get(person) ?? 0);
      await owner
        .insert(toleration)
        .values({ ...fact(person, factId), eventDate, reasonCode: "16", validUntil: "2026-12-31" });
      naive.keep(factId, person);
    },
    async conviction(drawn) {
      const person = drawn.pick(naive.onFile());
      const factId = next("CV");
      await giveConviction(owner, person, "2024-03-01", { factId }, { convictionId: factId });
      naive.keep(factId, person);
      naive.keep(`offence ${factId}`, person);
    },
    async case(drawn) {
      const person = drawn.pick(naive.onFile());
      const caseRef = next("FM-2026");
      cases.set(caseRef, person);
      const opened = { state: "ADMITTED", rrk: "RRK_MUENSTER", openedOn: "2026-05-10", ground: "OFFENCES" } as const;
      const proposed = { proposedBy: "abh-1", proposalReason: "Nach Prüfung der Akten vorgeschlagen." };
      await owner.insert(caseRecord).values({ ...fact(person, `CS-${caseRef}`), caseRef, ...opened, ...proposed });
      naive.keep(`CS-${caseRef}`, person);
      await owner
        .insert(relation)
        .values({ office: "RRK_MUENSTER", personRef: person, kind: "OWN_CASE", caseRef, since: "2026-05-10" });
      const own = { office: subjectHolder(person), personRef: person, kind: "SELF", caseRef, since: "2026-05-10" };
      await owner.insert(relation).values(own);
      naive.keep(`OWN_CASE ${caseRef}`, person);
      naive.keep(`own data in ${caseRef}`, person);
      await addMeasure(caseRef);
    },
    async measureInCase(drawn) {
      if (cases.size > 0) await addMeasure(drawn.pick([...cases.keys()]));
    },
    async handOver(drawn) {
      if (cases.size === 0) return;
      const caseRef = drawn.pick([...cases.keys()]);
      const home = cases.get(caseRef) ?? "";
      const occasion = next("HANDED_OVER");
      await owner.execute(
        sql`UPDATE directory.relation SET until = '2026-06-01' WHERE case_ref = ${caseRef} AND kind = 'OWN_CASE' AND until IS NULL`,
      );
      const tie = { office: next("RRK"), personRef: naive.whoIs(home), kind: "OWN_CASE", caseRef, since: "2026-06-02" };
      await owner.insert(relation).values(tie);
      naive.keep(`OWN_CASE ${caseRef}`, home);
      const told = {
        kind: "CASE_MOVED_ON",
        personRef: naive.whoIs(home),
        caseRef,
        on: "2026-06-02",
        keptUntil: "2026-12-02",
      };
      await owner.insert(news).values({ ...told, occasion, at: "2026-06-02T08:00:00Z" });
      naive.keep(occasion, home);
    },
    async policeFinding(drawn) {
      const home = drawn.pick(naive.persons);
      const reference = next("F");
      const content = {
        fileRef: `LKA ${reference}`,
        eventDate: "2026-05-20",
        label: "§ 22b PolG NRW",
        legalBasis: "§ 87 (2) AufenthG",
        deleteBy: null,
        values: { kind: "VIOLENCE" },
      };
      const sent = {
        messageId: next("M"),
        part: 1,
        parts: 1,
        ticket: tickets.get(home) ?? "",
        kind: "POLICE_FINDING",
        reference,
      };
      const sender = { office: "LKA_NRW", person: "lka-1", profile: "test", profileVersion: "1", date: today };
      await owner.transaction((transaction) =>
        takeNews(transaction, intake, sender, [
          { ...sent, changedAt: "2026-06-01T08:00:00.000Z", corrects: null, content, hash: reference },
        ]),
      );
      naive.keep(`finding ${reference}`, home);
      naive.keep(`OWN_FINDING LKA ${reference}`, home);
    },
    async merge(drawn) {
      const [from, into] = drawn.shuffled(naive.onFile());
      if (from === undefined || into === undefined) return;
      const ticket = await ask([from, into]);
      const act = await world.act("clearing", "mergePersons", { ticket, personRef: into, duplicateRef: from });
      naive.merge(idOf(act), from, into);
    },
    async undo(drawn) {
      const undoable = naive.undoable();
      if (undoable.length === 0) return;
      const act = drawn.pick(undoable);
      idOf(await world.act("clearing", "undoMerge", { act }));
      naive.undo(act);
    },
  };

  /** A question that both persons are candidates of. */
  async function ask(persons: readonly string[]): Promise<string> {
    const ticket = next("T-ASKED");
    const described = {
      fileRef: ticket,
      familyName: "Niemand",
      formerNames: [],
      citizenships: [],
      announcedBy: "lka-1",
    };
    const asked = {
      announcedOn: today,
      announcedAt: "2026-06-01T08:00:00Z",
      operationId: "test",
      clearingOffice: "CLEARING",
    };
    await owner
      .insert(personTicket)
      .values({ ticket, office: "LKA_NRW", state: "UNDECIDED", issuedAt: asked.announcedAt });
    await owner
      .insert(announcedPerson)
      .values({ ticket, reference: ticket, office: "LKA_NRW", ...described, ...asked });
    for (const personRef of persons) {
      await owner.insert(clearingCandidate).values({ ticket, personRef, bits: 1, comparison: {} as never });
      const tie = { office: "CLEARING", personRef, kind: "CLEARING_CANDIDATE", caseRef: ticket, since: "2026-01-01" };
      await owner.insert(relation).values(tie);
    }
    return ticket;
  }

  async function keepUp(): Promise<void> {
    for (const subgraph of [immigration, criminalRecords])
      await subgraph.keepUp?.(owner, today, recordingErasures().record);
  }

  /** Whom everything that is stored is about, in words of the naive model. */
  async function about(): Promise<readonly string[]> {
    const rows = await readRows<{ readonly thing: string }>(
      owner,
      sql`SELECT fact_id || ' ' || person_ref AS thing FROM ${toleration} UNION ALL SELECT fact_id || ' ' || person_ref FROM ${conviction}
        UNION ALL SELECT 'offence ' || conviction_id || ' ' || person_ref FROM ${offence}
        UNION ALL SELECT fact_id || ' ' || person_ref FROM ${measure} UNION ALL SELECT fact_id || ' ' || person_ref FROM ${caseRecord} UNION ALL SELECT occasion || ' ' || person_ref FROM ${news}
        UNION ALL SELECT 'finding ' || f.reference || ' ' || p.person_ref FROM criminal_records.police_finding AS p
          JOIN ${intake.ledger.suppliedFact} AS f ON f.fact_id = p.fact_id
        UNION ALL SELECT 'own data in ' || case_ref || ' ' || person_ref FROM ${relation}
          WHERE kind = 'SELF' AND case_ref LIKE 'FM-%' AND until IS NULL AND office = 'SUBJECT:' || person_ref
        UNION ALL SELECT kind || ' ' || case_ref || ' ' || person_ref FROM ${relation}
          WHERE kind IN ('OWN_CASE', 'OWN_FINDING') AND (until IS NULL)`,
    );
    return rows.map(({ thing }) => thing).sort();
  }

  /** Facts whose number of ended versions is not the one that their version says. */
  async function miscounted(): Promise<readonly unknown[]> {
    return readRows(
      owner,
      sql`SELECT fact_id FROM (SELECT fact_id, version FROM ${toleration} UNION ALL SELECT fact_id, version FROM ${conviction}
          UNION ALL SELECT fact_id, version FROM ${measure} UNION ALL SELECT fact_id, version FROM criminal_records.police_finding) AS f
        WHERE version - 1 <> (SELECT count(*) FROM directory.fact_end AS e
          WHERE e.reference IN (SELECT f.fact_id || '@' || n FROM generate_series(1, f.version) AS n)
          AND e.ends_on <= ${today} AND e.reference <> f.fact_id || '@' || f.version)`,
    );
  }

  return { naive, steps, keepUp, about, miscounted };
}

function idOf(act: { readonly id: string } | string): string {
  if (typeof act === "string") throw new Error(`The clearing office was refused: ${act}`);
  return act.id;
}

describe("Everything that was stored of a person, in all subgraphs,", () => {
  test(`is about whom the naive model says, over ${histories} histories of facts, cases, imports, merges and undoings`, async () => {
    for (let seed = 1; seed <= histories; seed += 1) {
      const drawn = chance(seed);
      const history = await openHistory();
      const names = Object.keys(history.steps);
      for (let step = 0; step < stepsEach; step += 1) {
        const name = drawn.happens(0.4) ? drawn.pick(["merge", "undo"]) : drawn.pick(names);
        await history.steps[name]?.(drawn);
        if (!drawn.happens(0.4)) continue;
        await history.keepUp();
        expect(await history.about(), `history ${seed}, step ${step}: ${name}`).toEqual(history.naive.about());
        expect(await history.miscounted()).toEqual([]);
      }
      while (history.naive.undoable().length > 0) await history.steps.undo?.(drawn);
      await history.keepUp();
      expect(await history.about(), `history ${seed}, all undone`).toEqual(history.naive.about());
      expect(await readRows(world.store.owner, sql`SELECT 1 FROM migrations.merged_row`)).toEqual([]);
    }
  });
});
