import type { Blueprint } from "../population/Blueprint.ts";
import { insertRows } from "../shell/insertRows.ts";
import type { Database } from "../shell/openStore.ts";
import { factEnd, relation } from "../shell/tables.ts";
import { drawRecords } from "./population/drawRecords.ts";
import { endRows } from "./population/endRows.ts";
import { relationRows } from "./population/relationRows.ts";
import * as tables from "./tables.ts";

/** Writes the records of a batch of synthetic persons, and the directory rows that they make. */
export async function populate(database: Database, blueprints: readonly Blueprint[]): Promise<void> {
  const drawn = blueprints.map(drawRecords);
  await insertRows(
    database,
    tables.conviction,
    drawn.flatMap(({ convictions }) => convictions),
  );
  await insertRows(
    database,
    tables.offence,
    drawn.flatMap(({ offences }) => offences),
  );
  await insertRows(
    database,
    tables.investigation,
    drawn.flatMap(({ investigations }) => investigations),
  );
  await insertRows(
    database,
    tables.custody,
    drawn.flatMap(({ custodies }) => custodies),
  );
  await insertRows(
    database,
    tables.wantedNotice,
    drawn.flatMap(({ wantedNotices }) => wantedNotices),
  );
  await insertRows(
    database,
    tables.policeFinding,
    drawn.flatMap(({ findings }) => findings),
  );
  await insertRows(
    database,
    tables.repeatOffenderListing,
    drawn.flatMap(({ listings }) => listings),
  );
  await insertRows(database, relation, drawn.flatMap(relationRows));
  await insertRows(database, factEnd, drawn.flatMap(endRows));
}
