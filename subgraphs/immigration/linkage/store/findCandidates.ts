import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import { readRows } from "../../../shell/readRows.ts";
import { personFact } from "../../../shell/tables.ts";
import { person } from "../../tables.ts";
import { blockingKeys } from "../blockingKeys.ts";
import { comparePersons } from "../compare/comparePersons.ts";
import type { PreparedPerson } from "../compare/PreparedPerson.ts";
import { preparePerson } from "../compare/preparePerson.ts";
import { scorePair } from "../model/scorePair.ts";
import { termsOfPerson } from "../model/termsOfPerson.ts";
import { weightsInUse } from "../model/Weights.ts";
import { linkageForm } from "../tables.ts";
import { readTermShares } from "./readTermShares.ts";
import type { StoredCandidate } from "./StoredCandidate.ts";

interface PairRow {
  readonly place: number;
  readonly person_ref: string;
  readonly family_name: string | null;
  readonly given_names: string | null;
  readonly birth_name: string | null;
  readonly former_names: readonly string[];
  readonly date_of_birth: string | null;
  readonly place_of_birth: string | null;
  readonly blocked: boolean;
}

const weights = weightsInUse();

/**
 * Everybody on file who shares a blocking key with a description, compared and scored: two statements for all descriptions, whoever is on
 * file.
 *
 * @param date date of the question, on which a large transfer block holds or not
 * @returns candidates a description, in the order of the descriptions
 */
export async function findCandidates(
  transaction: Database,
  described: readonly PreparedPerson[],
  date: string,
): Promise<readonly (readonly StoredCandidate[])[]> {
  const rows = await readRows<PairRow>(transaction, pairs(described, date));
  const onFile = new Map(rows.map((row) => [row.person_ref, prepared(row)]));
  const terms = new Set([...onFile.values()].flatMap((each) => [...termsOfPerson(each)]));
  const shares = await readTermShares(transaction, terms);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return described.map((each, place) =>
    (byPlace.get(place) ?? []).flatMap(({ person_ref: personRef, blocked: isBlocked }) => {
      const other = onFile.get(personRef);
      if (other === undefined) return [];
      const comparison = comparePersons(each, other);
      return [{ personRef, comparison, isBlocked, bits: scorePair(comparison, each, other, shares, weights).bits }];
    }),
  );
}

function pairs(described: readonly PreparedPerson[], date: string): SQL {
  const asked = described.map((each, place) => ({ place, keys: blockingKeys(each) }));
  return sql`SELECT a.place, p.person_ref, p.family_name, p.given_names, p.birth_name, f.former_names, p.place_of_birth,
      COALESCE(p.date_of_birth::text, p.date_of_birth_part) AS date_of_birth,
      EXISTS (SELECT 1 FROM ${personFact} AS b WHERE b.person_ref = p.person_ref AND b.kind = 'LARGE_TRANSFER_BLOCK'
        AND b.since <= ${date} AND (b.until IS NULL OR b.until >= ${date})) AS blocked
    FROM json_to_recordset(${JSON.stringify(asked)}::text::json) AS a(place int, keys text[])
    JOIN ${linkageForm} AS f ON f.keys && a.keys JOIN ${person} AS p ON p.person_ref = f.person_ref
    ORDER BY a.place, p.person_ref`;
}

function prepared(row: PairRow): PreparedPerson {
  return preparePerson({
    familyName: row.family_name,
    givenNames: row.given_names,
    birthName: row.birth_name,
    formerNames: row.former_names,
    dateOfBirth: row.date_of_birth,
    placeOfBirth: row.place_of_birth,
  });
}
