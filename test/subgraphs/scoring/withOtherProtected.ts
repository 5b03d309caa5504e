import type { Faker } from "@faker-js/faker";
import { drawProtected } from "./drawStoredRecord.ts";
import type { StoredRecord } from "./storedRecord.ts";

/**
 * The same record of a person who is another in all that is protected, and in what could stand for it: name, sex, religion, place of birth,
 * citizenships, age as an adult, authority of the place, court and prosecutor. The legal facts that the law ties to citizenship stay. A
 * language or an address nobody stores.
 */
export function withOtherProtected(faker: Faker, record: StoredRecord): StoredRecord {
  const { residence, conduct } = record;
  const elsewhere = { court: "Amtsgericht Köln", sourceOffice: "STA_R2600", sourceFileRef: "9 Js 9/24" };
  return {
    ...record,
    residence: { ...residence, person: { ...residence.person, ...drawProtected(faker) } },
    conduct: { ...conduct, convictions: conduct.convictions.map((conviction) => ({ ...conviction, ...elsewhere })) },
  };
}
