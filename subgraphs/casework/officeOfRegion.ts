import { type OfficeKind, offices } from "../../schema/offices.ts";

/**
 * The one office of a kind (RRK or ZAB) in the administrative region (Regierungsbezirk) of another office.
 *
 * @param of office id whose region counts
 * @returns null where that office belongs to no region or the region has no such office
 */
export function officeOfRegion(kind: Extract<OfficeKind, "RRK" | "ZAB">, of: string): string | null {
  const region = offices.get(of)?.region ?? null;
  if (region === null) return null;
  return offices.values().find((office) => office.kind === kind && office.region === region)?.id ?? null;
}
