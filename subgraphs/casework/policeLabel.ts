import { offices } from "../../schema/offices.ts";

/** Label that police data carry on every transfer (§ 22b PolG NRW); null for what another office supplied. */
export function policeLabel(sourceOffice: string): string | null {
  const kind = offices.get(sourceOffice)?.kind;
  return kind === "POLICE" || kind === "LKA"
    ? "Kennzeichnung § 22b PolG NRW: Gefahrenabwehr; offene Erhebung; betroffene Person"
    : null;
}
