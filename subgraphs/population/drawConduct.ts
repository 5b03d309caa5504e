import type { Faker } from "@faker-js/faker";
import { addDays } from "../shell/calendar/addDays.ts";
import { daysBetween } from "../shell/calendar/daysBetween.ts";
import type { Blueprint } from "./Blueprint.ts";
import type { LocalOffices } from "./localOffices.ts";
import { pick } from "./pick.ts";
import {
  ageShares,
  conductShares,
  investigationShares,
  policeShares,
  remandCustodyShare,
  sentenceCustodyShare,
  stateCriminalPoliceShares,
} from "./shares.ts";

type Conduct = Pick<Blueprint, "conduct" | "dateOfBirth" | "policeFileRef" | "lkaFileRef" | "prosecutionFileRef"> &
  Pick<Blueprint, "prison" | "prisonFileRef" | "custodyFrom" | "custodyUntil">;

type Custody = Pick<Conduct, "prison" | "prisonFileRef" | "custodyFrom" | "custodyUntil">;

const atLiberty: Custody = { prison: null, prisonFileRef: null, custodyFrom: null, custodyUntil: null };

/** Old enough for an erasure period of ten years or more (§ 46 BZRG) to have run since a conviction as an adult. */
const ageWithErasableRecord: readonly [number, number] = [35, 65];

/** Weight of the record, age, custody and the file references of police and justice. Knows nothing of regime or origin. */
export function drawConduct(faker: Faker, date: string, index: number, offices: LocalOffices): Conduct {
  const conduct = pick(faker, conductShares);
  const drawnAge = faker.helpers.weightedArrayElement(ageShares);
  const [from, to] = conduct === "ERASABLE" ? ageWithErasableRecord : drawnAge;
  const number = String(index).padStart(6, "0");
  return {
    conduct,
    dateOfBirth: drawDateOfBirth(faker, date, from, to),
    policeFileRef: faker.datatype.boolean(policeShares[conduct]) ? `PP-${number}/26` : null,
    lkaFileRef: faker.datatype.boolean(stateCriminalPoliceShares[conduct]) ? `LKA-${number}/26` : null,
    prosecutionFileRef: faker.datatype.boolean(investigationShares[conduct])
      ? `${faker.number.int({ min: 101, max: 999 })} Js ${1000 + index}/26`
      : null,
    ...drawCustody(faker, date, number, offices, to < 18 ? "NONE" : conduct),
  };
}

function drawDateOfBirth(faker: Faker, date: string, ageFrom: number, ageTo: number): string {
  const year = Number(date.slice(0, 4));
  const eldest = addDays(`${year - ageTo - 1}${date.slice(4)}`, 1);
  const youngest = `${year - ageFrom}${date.slice(4)}`;
  return addDays(eldest, faker.number.int({ min: 0, max: daysBetween(eldest, youngest) }));
}

function drawCustody(
  faker: Faker,
  date: string,
  number: string,
  offices: LocalOffices,
  conduct: Blueprint["conduct"],
): Custody {
  const share = conduct === "SERIOUS" ? sentenceCustodyShare : conduct === "SUSPECTED" ? remandCustodyShare : 0;
  if (!faker.datatype.boolean(share)) return atLiberty;
  const remand = conduct === "SUSPECTED";
  return {
    prison: offices.prison,
    prisonFileRef: `GB-${number}/25`,
    custodyFrom: addDays(date, -faker.number.int(remand ? { min: 5, max: 170 } : { min: 60, max: 1400 })),
    custodyUntil: remand ? null : addDays(date, faker.number.int({ min: 20, max: 1500 })),
  };
}
