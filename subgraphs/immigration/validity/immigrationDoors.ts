import { comparisonGroups } from "../../../schema/comparisonGroups.ts";
import { type EnclaveDoor, isNotHidden } from "../../shell/enclaveDoors.ts";

const { ages, origins } = comparisonGroups;
const countries = Object.entries(origins).flatMap(([group, { countries: codes }]) =>
  codes.map((code) => `('${code}', '${group}')`),
);
const ageGroups = Object.entries(ages).flatMap(([group, { from }]) => (from === null ? [] : [`('${group}', ${from})`]));

/**
 * The groups of persons whom the enclave asks for by pseudonym: sex, age and origin in coarse classes. Neither a country nor a date of
 * birth leaves, and of whom nobody assessed nothing.
 */
const groups: EnclaveDoor = {
  name: "groups",
  takes: "persons text[]",
  gives: "person text, sex text, age text, origin text",
  query: `
    SELECT known.pseudonym, CASE known.sex WHEN 'w' THEN 'FEMALE' WHEN 'm' THEN 'MALE' ELSE 'OTHER_OR_UNKNOWN' END,
      COALESCE((SELECT g.name FROM (VALUES ${ageGroups.join(", ")}) AS g (name, years)
        WHERE known.years >= g.years ORDER BY g.years DESC LIMIT 1), 'UNKNOWN'),
      COALESCE((SELECT CASE COUNT(DISTINCT c.name) WHEN 0 THEN NULL WHEN 1 THEN MIN(c.name) ELSE 'SEVERAL' END
        FROM (VALUES ${countries.join(", ")}) AS c (code, name) WHERE c.code = ANY (known.citizenships)), 'UNKNOWN')
    FROM (
      SELECT migrations.enclave_pseudonym('person ' || p.person_ref) AS pseudonym, p.sex, p.citizenships,
        extract(year FROM age(asked, p.date_of_birth)) AS years
      FROM immigration.person AS p WHERE ${isNotHidden("p.person_ref")}
    ) AS known WHERE known.pseudonym = ANY (persons)`,
};

/** What immigration opens to the enclave. */
export const immigrationDoors: readonly EnclaveDoor[] = [groups];
