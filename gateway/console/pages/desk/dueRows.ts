/** A case with what is due in it, as the list has it. */
export interface DueCase {
  readonly caseRef: string;
  readonly person: { readonly familyName: string | null; readonly givenNames: string | null } | null;
  readonly measures:
    | readonly {
        readonly id: string;
        readonly kind: string | null;
        readonly dueOn: string | null;
        readonly state: string | null;
        readonly office?: { readonly name: string | null } | null;
      }[]
    | null;
  readonly deadlines?:
    | readonly {
        readonly id: string;
        readonly subject: string | null;
        readonly norm: string | null;
        readonly dueOn: string | null;
      }[]
    | null;
}

/** One thing that is due. */
export interface DueRow {
  readonly id: string;
  readonly dueOn: string;
  /** Kind of a measure, or subject of a deadline in German. */
  readonly what: string;
  readonly caseRef: string;
  readonly name: string;
  /** Office of a measure, norm of a deadline. */
  readonly beside: string;
}

/** Everything of the kind that is due in the cases, the next first; a case stands once for each. */
export function dueRows(cases: readonly DueCase[], what: "NEXT_MEASURE" | "NEXT_DEADLINE"): readonly DueRow[] {
  const rows = cases.flatMap(({ caseRef, person, measures, deadlines }) => {
    const name = [person?.familyName, person?.givenNames].filter(Boolean).join(", ");
    const row = (id: string, dueOn: string | null, kind: string | null, beside: string | null | undefined): DueRow => ({
      id,
      dueOn: dueOn ?? "",
      what: kind ?? "",
      caseRef,
      name,
      beside: beside ?? "",
    });
    return what === "NEXT_MEASURE"
      ? (measures ?? [])
          .filter(({ state }) => state === "OPEN")
          .map(({ id, dueOn, kind, office }) => row(id, dueOn, kind, office?.name))
      : (deadlines ?? []).map(({ id, dueOn, subject, norm }) => row(id, dueOn, subject, norm));
  });
  return rows.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}
