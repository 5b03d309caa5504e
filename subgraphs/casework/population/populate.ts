import type { Blueprint } from "../../population/Blueprint.ts";
import { insertRows } from "../../shell/insertRows.ts";
import { knownEnds } from "../../shell/knownEnds.ts";
import type { Database } from "../../shell/openStore.ts";
import { casePart, factEnd, news, relation } from "../../shell/tables.ts";
import {
  admissionDecision,
  caseConference,
  caseEvent,
  caseRecord,
  deadline,
  measure,
  prosecutorConsent,
  socialConductReport,
} from "../tables.ts";
import { caseRows } from "./caseRows.ts";
import { drawConductReports } from "./drawConductReports.ts";
import { recentNews } from "./recentNews.ts";

/** Writes the cases of a batch of synthetic persons with all that belongs to them, in one transaction. */
export async function populate(database: Database, blueprints: readonly Blueprint[]): Promise<void> {
  const cases = blueprints.flatMap((blueprint) => blueprint.cases.map((agreed) => caseRows(blueprint, agreed)));
  const reports = blueprints.flatMap(drawConductReports);
  await database.transaction(async (transaction) => {
    await insertRows(
      transaction,
      caseRecord,
      cases.map(({ record }) => record),
    );
    await insertRows(
      transaction,
      caseEvent,
      cases.flatMap(({ events }) => events),
    );
    await insertRows(
      transaction,
      admissionDecision,
      cases.flatMap(({ decisions }) => decisions),
    );
    await insertRows(
      transaction,
      casePart,
      cases.flatMap(({ decisions }) =>
        decisions.map(({ caseRef, decidedBy: person }) => ({ caseRef, person, part: "DECIDED" as const })),
      ),
    );
    await insertRows(
      transaction,
      caseConference,
      cases.flatMap(({ conferences }) => conferences),
    );
    await insertRows(
      transaction,
      measure,
      cases.flatMap(({ measures }) => measures),
    );
    await insertRows(
      transaction,
      prosecutorConsent,
      cases.flatMap(({ consents }) => consents),
    );
    await insertRows(
      transaction,
      deadline,
      cases.flatMap(({ deadlines }) => deadlines),
    );
    await insertRows(transaction, socialConductReport, reports);
    await insertRows(
      transaction,
      relation,
      cases.flatMap(({ relations }) => relations),
    );
    await insertRows(transaction, news, cases.flatMap(recentNews));
    const reducible = [...cases.flatMap(({ consents }) => consents), ...reports];
    await insertRows(
      transaction,
      factEnd,
      reducible.flatMap((row) => knownEnds(row, null)),
    );
  });
}
