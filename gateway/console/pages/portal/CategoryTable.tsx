import type { ContractNotes } from "../../../contracts/ContractNotes.ts";
import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { useNames } from "../useNames.ts";
import { grantText } from "./grantText.ts";
import { inWords } from "./inWords.ts";

interface CategoryTableProps {
  readonly notes: ContractNotes;
  readonly categories: readonly string[];
}

/** The rules behind some categories, with what each of them says and its norms. */
export function CategoryTable({ notes, categories }: CategoryTableProps) {
  const say = useSay();
  const names = useNames();
  return (
    <DataTable
      caption={say("Kategorien und ihre Regeln", "Categories and their rules")}
      headers={[
        say("Kategorie", "Category"),
        say("Darf", "May"),
        say("Offen für", "Open for"),
        say("Regel", "Rule"),
        say("Norm", "Norm"),
      ]}
      rows={categories.flatMap((category) =>
        notes.grants
          .filter((grant) => grant.categories.includes(category))
          .map((grant) => ({
            key: `${category} ${grant.rule} ${grant.action} ${grant.unless.join()}`,
            cells: [
              inWords(category, notes.names, say),
              grant.action === "SEE" ? say("lesen", "read") : say("schreiben", "write"),
              grantText(grant, notes.names, names.purpose, say),
              <span key="rule">
                {grant.rule}: <span lang="en">{grant.sentence}</span>
              </span>,
              grant.norms.join("; "),
            ],
          })),
      )}
    />
  );
}
