import type { RightFragment } from "../../operations/data-protection/rules.ts";
import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { useNames } from "../useNames.ts";
import { actionText } from "./actionText.ts";

/** Rights, each with its relation, rule and norms. */
export function RightsTable({
  rights,
  caption,
}: {
  readonly rights: readonly RightFragment[];
  readonly caption: string;
}) {
  const say = useSay();
  const names = useNames();
  if (rights.length === 0)
    return (
      <p class="kern-body" role="status">
        {say("Niemand.", "Nobody.")}
      </p>
    );
  return (
    <>
      <p class="kern-body" role="status">
        {say(`${rights.length} Berechtigungen`, `${rights.length} rights`)}
      </p>
      <DataTable
        caption={caption}
        headers={[
          say("Wer", "Who"),
          say("Zweck", "Purpose"),
          say("Darf", "May"),
          say("Kategorie", "Category"),
          say("Beziehung", "Relation"),
          say("Regel und Norm", "Rule and norm"),
          say("Zeit", "Time"),
        ]}
        rows={rights.map((right, place) => ({
          key: `${place}`,
          cells: [
            `${names.office(right.office)} · ${names.role(right.role)}`,
            names.purpose(right.purpose),
            actionText(right.action, say),
            right.categoryName ?? right.category,
            [right.relation, ...(right.unless ?? []).map((fact) => `${say("nicht", "not")} ${fact}`)].join(", "),
            <>
              <strong>{right.rule?.id}</strong> <span lang="en">{right.rule?.sentence}</span>{" "}
              {right.rule?.norms?.join("; ")}
            </>,
            [right.since, right.until].some(Boolean) ? `${right.since ?? "…"} – ${right.until ?? "…"}` : "",
          ],
        }))}
      />
    </>
  );
}
