import { WhoCanSeeDocument } from "../../operations/data-protection/rules.ts";
import { useSay } from "../Language.ts";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { Question } from "./Question.tsx";
import { RightsTable } from "./RightsTable.tsx";
import { useQuestion } from "./useQuestion.ts";

/** Who can see a field. */
export function WhoCanSee() {
  const say = useSay();
  const [coordinate, setCoordinate] = useDraft("rights-coordinate", "");
  const asking = useQuestion(WhoCanSeeDocument);
  const missing = coordinate.trim() === "";
  const named = asking.asked?.coordinate ?? "";
  return (
    <Question
      id="who-can-see"
      title={say("Wer darf dieses Feld sehen?", "Who can see this field?")}
      ask={say("Zeigen", "Show")}
      complete={!missing}
      onAsk={() => asking.ask({ coordinate: coordinate.trim() })}
      asking={asking}
      fields={(tried) => (
        <TextField
          label={say("Feld", "Field")}
          hint={say("zum Beispiel Conviction.sentence", "for example Conviction.sentence")}
          value={coordinate}
          maxLength={120}
          onInput={setCoordinate}
          error={tried && missing ? say("Nennen Sie ein Feld.", "Name a field.") : null}
        />
      )}
    >
      {asking.answer && (
        <RightsTable
          rights={asking.answer.data.whoCanSee ?? []}
          caption={say(`Wer ${named} sehen darf`, `Who can see ${named}`)}
        />
      )}
    </Question>
  );
}
