import { subjectHolder } from "../../../schema/subjectHolder.ts";
import type { relation } from "../../shell/tables.ts";
import { relationsEnd } from "../relationsEnd.ts";
import type { CaseDraft } from "./CaseDraft.ts";
import type { DrawnConsent } from "./drawConsent.ts";
import type { DrawnMeasure } from "./drawMeasures.ts";

type RelationRow = typeof relation.$inferInsert;

/** The relations that a synthetic case makes (`schema/relations.yaml`), as the mutations would have written them. */
export function caseRelations(
  { blueprint, agreed, dates }: CaseDraft,
  measures: readonly DrawnMeasure[],
  consent: DrawnConsent | null,
): readonly RelationRow[] {
  const { caseRef, rrk, zab } = agreed;
  const row = (kind: string, office: string, since: string): RelationRow => ({
    office,
    personRef: blueprint.personRef,
    kind,
    caseRef,
    since,
    until: relationsEnd(agreed.closedOn),
  });
  return [
    row("OWN_CASE", rrk, dates.openedOn),
    { ...row("SELF", subjectHolder(blueprint.personRef), dates.openedOn), until: null },
    ...participants().map(([office, since]) => row("PARTICIPATING_CASE", office, since)),
    ...(dates.admittedOn === null ? [] : [row("ADMITTED_CASE", zab, dates.admittedOn)]),
    ...(consent === null || consent.requestedOn === null
      ? []
      : [row("CONSENT_REQUEST", consent.office, consent.requestedOn)]),
  ];

  /**
   * Whoever proposed the case, keeps the person's file, or has an open measure in it, with the first day; the RRK in charge has
   * the case already.
   */
  function participants(): readonly (readonly [office: string, since: string])[] {
    const open = measures.filter(({ state }) => state === "OPEN");
    const all = [
      [agreed.proposedBy, dates.openedOn] as const,
      [blueprint.competentAuthority, dates.openedOn] as const,
      ...open.map((each) => [each.office, each.addedOn] as const),
    ];
    const eldestLast = all.filter(([office]) => office !== rrk).reverse();
    return [...new Map(eldestLast)];
  }
}
