import { codeLists } from "../../../schema/codeLists.ts";
import type { SuppliedKind } from "../../shell/intake/SuppliedKind.ts";

/** What tells one kind of residence fact from another. */
type Particulars = Pick<SuppliedKind, "name" | "table" | "columns"> &
  Partial<SuppliedKind> & {
    /** Code list of `values.code`; null where there is none. */
    readonly list: string | null;
    /** Values that are days not before the event. */
    readonly notBefore?: readonly string[];
    /** Whether a code of the list is one of this kind; all are by default. */
    readonly isOfKind?: (code: string) => boolean;
  };

/** A kind of residence fact. An immigration authority keeps the file already; its facts make no relation of their own. */
export function residenceKind({ list, notBefore = [], isOfKind = () => true, ...kind }: Particulars): SuppliedKind {
  return {
    category: "RESIDENCE_SUPPLY",
    needsLabel: false,
    subjectCategory: "OTHER",
    relation: null,
    faultIn({ eventDate, values }) {
      const isKnown = list === null || (codeLists.get(list)?.has(values.code) && isOfKind(values.code));
      if (!isKnown) return "code";
      return notBefore.find((day) => values[day] < eventDate) ?? null;
    },
    deleteBy: () => null,
    tie: () => null,
    lastDay: () => null,
    ...kind,
  };
}
