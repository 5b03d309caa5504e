import type { Blueprint } from "../../population/Blueprint.ts";
import { insertRows } from "../../shell/insertRows.ts";
import { knownEnds } from "../../shell/knownEnds.ts";
import type { Database } from "../../shell/openStore.ts";
import type { FactRow } from "../../shell/presentFact.ts";
import { factEnd } from "../../shell/tables.ts";
import { lastDay } from "../lastDay.ts";
import { registerPersons } from "../linkage/store/registerPersons.ts";
import { person } from "../tables.ts";
import { Draft, type DraftRow } from "./Draft.ts";
import { drawAsylum } from "./drawAsylum.ts";
import { drawIdentity } from "./drawIdentity.ts";
import { drawInterests } from "./drawInterests.ts";
import { drawPerson } from "./drawPerson.ts";
import { drawRelations } from "./drawRelations.ts";
import { drawReturn } from "./drawReturn.ts";
import { drawStatus } from "./drawStatus.ts";
import { drawToleration } from "./drawToleration.ts";
import { drawSituation } from "./Situation.ts";

/** Writes the rows of a batch of synthetic persons and their part of the directory, all in one transaction. */
export async function populate(database: Database, blueprints: readonly Blueprint[]): Promise<void> {
  const drawn = blueprints.flatMap(rowsOf);
  const byTable = Map.groupBy(drawn, ({ table }) => table);
  await database.transaction(async (transaction) => {
    for (const [table, rows] of byTable) {
      await insertRows(
        transaction,
        table,
        rows.map(({ values }) => values),
      );
    }
    await insertRows(transaction, factEnd, drawn.flatMap(endsOf));
    const persons = (byTable.get(person) ?? []).map(({ values }) => values as typeof person.$inferSelect);
    await registerPersons(
      transaction,
      persons.map((each) => ({ ...each, formerNames: [] })),
    );
  });
}

/** A row of the directory is no fact and has no end of its own. */
function endsOf({ table, values }: DraftRow): readonly (typeof factEnd.$inferInsert)[] {
  return isFact(values) ? knownEnds(values, lastDay(table, values)) : [];
}

function isFact(values: object): values is FactRow {
  return "factId" in values;
}

/** The order of the draws decides what each gets from the person's generator: it is part of the seed's meaning. */
function rowsOf(blueprint: Blueprint): readonly DraftRow[] {
  const draft = new Draft(blueprint);
  drawPerson(draft);
  drawRelations(draft);
  const situation = drawSituation(draft);
  drawStatus(draft, situation);
  drawReturn(draft, situation);
  drawToleration(draft, situation);
  drawAsylum(draft);
  drawIdentity(draft, situation);
  drawInterests(draft, situation);
  return draft.rows;
}
