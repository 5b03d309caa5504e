import { subjectHolder } from "../../../schema/subjectHolder.ts";
import { relation } from "../../shell/tables.ts";
import type { Draft } from "./Draft.ts";

/** The relations that the person's file and asylum procedure make (`schema/relations.yaml`). */
export function drawRelations(draft: Draft): void {
  const { personRef, competentAuthority, fileRef, asylumFileRef } = draft.blueprint;
  const held = { personRef, since: draft.filedOn, until: null };
  draft.add(relation, { ...held, office: competentAuthority, kind: "OWN_FILE", caseRef: fileRef });
  draft.add(relation, { ...held, office: subjectHolder(personRef), kind: "SELF", caseRef: personRef });
  if (asylumFileRef === null) return;
  draft.add(relation, { ...held, office: "BAMF", kind: "OWN_ASYLUM_PROCEDURE", caseRef: asylumFileRef });
}
