import type { Blueprint } from "../../population/Blueprint.ts";
import { insertRows } from "../../shell/insertRows.ts";
import type { Database } from "../../shell/openStore.ts";
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
  const byTable = Map.groupBy(blueprints.flatMap(rowsOf), ({ table }) => table);
  await database.transaction(async (transaction) => {
    for (const [table, rows] of byTable) {
      await insertRows(
        transaction,
        table,
        rows.map(({ values }) => values),
      );
    }
  });
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
