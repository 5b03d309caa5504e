import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { relate } from "../mutations/relate.ts";
import { officeOfRegion } from "../officeOfRegion.ts";

/** An admitted case, and the RRK in charge of it. */
interface Admitted {
  readonly caseRef: string;
  readonly personRef: string;
  readonly rrk: string;
}

/** The ZAB of the region of the RRK carries out the return from now on (§ 71 AufenthG). */
export async function relateZab(
  transaction: Database,
  grant: GrantView,
  { caseRef, personRef, rrk }: Admitted,
): Promise<void> {
  const zab = officeOfRegion("ZAB", rrk);
  if (zab === null) throw new Error("Every RRK has a ZAB in its region.");
  await relate(transaction, { office: zab, personRef, kind: "ADMITTED_CASE", caseRef, since: grant.date });
}
