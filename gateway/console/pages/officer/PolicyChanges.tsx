import { ChangesDocument, type ChangesQuery } from "../../operations/data-protection/rules.ts";
import { type Say, useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { useNames } from "../useNames.ts";
import { actionText } from "./actionText.ts";
import { Question } from "./Question.tsx";
import { useQuestion } from "./useQuestion.ts";

type Change = NonNullable<ChangesQuery["policyChanges"]>[number];

/** Two versions of the policy side by side: of whom and of which purpose, what one gives and the other does not. */
export function PolicyChanges() {
  const say = useSay();
  const names = useNames();
  const [from, setFrom] = useDraft("changes-from", "");
  const [to, setTo] = useDraft("changes-to", "");
  const asking = useQuestion(ChangesDocument);
  const missing = from.trim() === "";
  const changes: readonly Change[] = asking.answer?.data.policyChanges ?? [];
  const askers = Map.groupBy(changes, ({ office, role, purpose }) =>
    [`${names.office(office)} · ${names.role(role)}`, names.purpose(purpose)].join(": "),
  );
  const told = (of: readonly Change[], effect: Change["effect"]) => (
    <ul class="kern-list kern-list--bullet">
      {of
        .filter((change) => change.effect === effect)
        .map((change, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name of its own, and the list does not move
          <li key={place}>{changeText(change, say)}</li>
        ))}
    </ul>
  );
  return (
    <Question
      id="changes"
      title={say("Zwei Fassungen der Regeln nebeneinander", "Two versions of the rules side by side")}
      ask={say("Vergleichen", "Compare")}
      complete={!missing}
      onAsk={() => asking.ask({ from: from.trim(), to: to.trim() || null })}
      asking={asking}
      fields={(tried) => (
        <>
          <TextField
            label={say("Frühere Fassung", "Earlier version")}
            hint={say("wie sie bei jedem Zugriff steht", "as it stands with each access")}
            value={from}
            maxLength={16}
            onInput={setFrom}
            error={tried && missing ? say("Nennen Sie eine Fassung.", "Name a version.") : null}
          />
          <TextField
            label={say("Spätere Fassung oder Entwurf", "Later version or draft")}
            hint={say("leer: die geltende", "empty: the one in force")}
            value={to}
            maxLength={16}
            onInput={setTo}
          />
        </>
      )}
    >
      {asking.answer && changes.length === 0 && (
        <p class="kern-body">{say("Niemand gewinnt oder verliert etwas.", "Nobody gains or loses anything.")}</p>
      )}
      {changes.length > 0 && (
        <DataTable
          caption={say("Unterschiede der Fassungen", "Differences of the versions")}
          headers={[
            say("Wer, wofür", "Who, what for"),
            say("Nur in der früheren Fassung", "In the earlier version alone"),
            say("Nur in der späteren Fassung", "In the later version alone"),
          ]}
          rows={[...askers].map(([asker, of]) => ({
            key: asker,
            cells: [asker, told(of, "LOSES"), told(of, "GAINS")],
          }))}
        />
      )}
    </Question>
  );
}

function changeText(
  { action, category, categoryName, relation, where, since, until, rules }: Change,
  say: Say,
): string {
  const tie = relation === "ANY" ? "" : say(`, wo ${relation} gilt`, ` where ${relation} holds`);
  const fact = where === null ? "" : say(`, nur bei ${where}`, `, only with ${where}`);
  const period = since === null && until === null ? "" : `, ${since ?? "…"} – ${until ?? "…"}`;
  return `${categoryName ?? category} ${actionText(action, say)}${tie}${fact}${period} (${(rules ?? []).join(", ")})`;
}
