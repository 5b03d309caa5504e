import { type OfficeEntry, type OfficeKind, offices } from "../../schema/offices.ts";

/** The offices that are competent where an immigration authority has its seat. */
export interface LocalOffices {
  readonly region: string;
  readonly rrk: string;
  readonly zab: string;
  readonly prosecution: string;
  readonly prison: string;
  readonly police: string;
}

/**
 * Public prosecutor's office, the prison next to it, and the municipalities (district keys) whose immigration authority lies
 * in its district. General knowledge, one office a municipality; the demonstration needs plausible neighbours only.
 */
const prosecutionDistricts: readonly (readonly [
  prosecution: string,
  prison: string,
  districtKeys: readonly string[],
])[] = [
  ["STA_R1100S", "JVA_R9071", ["05111", "05162"]],
  ["STA_R1200S", "JVA_R8080", ["05112", "05117", "05119", "05170"]],
  ["STA_R1300S", "JVA_R9179", ["05154"]],
  ["STA_R1400S", "JVA_R9288", ["05114", "05166"]],
  ["STA_R1500S", "JVA_R6913", ["05116"]],
  ["STA_R1600S", "JVA_R9182", ["05120", "05122", "05124", "05158"]],
  ["STA_R1900S", "JVA_R9162", ["05958", "05974"]],
  ["STA_R2100S", "JVA_R7738", ["05711", "05754", "05758", "05770"]],
  ["STA_R2200S", "JVA_R9167", ["05562", "05911", "05916"]],
  ["STA_R2300S", "JVA_R9170", ["05766"]],
  ["STA_R2400S", "JVA_R9171", ["05913", "05915", "05978"]],
  ["STA_R2500S", "JVA_R9172", ["05113", "05512", "05513"]],
  ["STA_R2600S", "JVA_R9165", ["05914", "05954", "05962"]],
  ["STA_R2700S", "JVA_R6636", ["05515", "05554", "05558", "05566", "05570"]],
  ["STA_R2800S", "JVA_R9177", ["05762", "05774"]],
  ["STA_R2900S", "JVA_R6767", ["05966", "05970"]],
  ["STA_R3100S", "JVA_R9099", ["05334", "05358", "05370"]],
  ["STA_R3200S", "JVA_R8367", ["05314", "05366", "05382"]],
  ["STA_R3300S", "JVA_R8088", ["05315", "05316", "05362", "05374", "05378"]],
];

/** Municipalities whose police is not the first police office of their region in the list. */
const policeExceptions: ReadonlyMap<string, string> = new Map([
  ["ABH_05512", "POLICE_RECKLINGHAUSEN"],
  ["ABH_05513", "POLICE_RECKLINGHAUSEN"],
  ["ABH_05562", "POLICE_RECKLINGHAUSEN"],
]);

const byAuthority: ReadonlyMap<string, LocalOffices> = new Map(
  prosecutionDistricts.flatMap(([prosecution, prison, keys]) =>
    keys.map((key) => [`ABH_${key}`, neighbours(`ABH_${key}`, prosecution, prison)] as const),
  ),
);

/** Every immigration authority that keeps files of synthetic persons, in a fixed order. */
export const immigrationAuthorities: readonly string[] = [...byAuthority.keys()].sort();

/**
 * The offices around an immigration authority.
 *
 * @throws for an office that is none
 */
export function localOffices(authority: string): LocalOffices {
  const found = byAuthority.get(authority);
  if (found === undefined) throw new Error(`${authority} is no immigration authority with a district.`);
  return found;
}

function neighbours(authority: string, prosecution: string, prison: string): LocalOffices {
  const region = known(authority).region;
  if (region === null) throw new Error(`${authority} lies in no region.`);
  return {
    region,
    rrk: first("RRK", region),
    zab: first("ZAB", region),
    prosecution: known(prosecution).id,
    prison: known(prison).id,
    police: policeExceptions.get(authority) ?? first("POLICE", region),
  };
}

function known(id: string): OfficeEntry {
  const office = offices.get(id);
  if (office === undefined) throw new Error(`There is no office ${id}.`);
  return office;
}

function first(kind: OfficeKind, region: string): string {
  const office = [...offices.values()].find((each) => each.kind === kind && each.region === region);
  if (office === undefined) throw new Error(`Region ${region} has no ${kind}.`);
  return office.id;
}
