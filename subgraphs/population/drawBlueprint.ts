import type { Blueprint } from "./Blueprint.ts";
import { drawCases } from "./drawCases.ts";
import { drawConduct } from "./drawConduct.ts";
import { drawLegalStatus } from "./drawLegalStatus.ts";
import { localOffices } from "./localOffices.ts";
import { personRef } from "./personRef.ts";
import { pick } from "./pick.ts";
import { populationDate } from "./populationDate.ts";
import { seededFaker } from "./seededFaker.ts";
import { authorityShares } from "./shares.ts";

/**
 * The synthetic person with this index, a function of seed and index alone. No draw looks at an earlier one, but for what
 * the law or the calendar ties together. What a room draws from `random` depends on nothing here but seed and index.
 */
export function drawBlueprint(seed: number, index: number): Blueprint {
  const faker = seededFaker(seed, index, "blueprint");
  const status = drawLegalStatus(faker);
  const competentAuthority = pick(faker, authorityShares);
  const offices = localOffices(competentAuthority);
  const conduct = drawConduct(faker, populationDate, index, offices);
  const number = String(index).padStart(6, "0");
  const person = {
    index,
    personRef: personRef(seed, index),
    showcase: null,
    date: populationDate,
    ...status,
    competentAuthority,
    fileRef: `${competentAuthority.replace("_", "-")}-${number}/${faker.number.int({ min: 10, max: 25 })}`,
    region: offices.region,
    rrk: offices.rrk,
    asylumFileRef: status.asylum === "NONE" ? null : `${8_000_000 + index}-1`,
    prosecution: offices.prosecution,
    police: offices.police,
    ...conduct,
  };
  return {
    ...person,
    cases: drawCases(faker, person),
    random: (room) => seededFaker(seed, index, room),
  };
}
