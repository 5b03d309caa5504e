import { WhatSeesDocument } from "../../operations/data-protection/rules.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Choice } from "../parts/Choice.tsx";
import { useDraft } from "../session/useDraft.ts";
import { useNames } from "../useNames.ts";
import { Question } from "./Question.tsx";
import { RightsTable } from "./RightsTable.tsx";
import { useQuestion } from "./useQuestion.ts";

/** What an office sees, in a role or in any. */
export function OfficeSees() {
  const say = useSay();
  const names = useNames();
  const { config } = useDesk();
  const [office, setOffice] = useDraft("sees-office", "");
  const [role, setRole] = useDraft("sees-role", "");
  const asking = useQuestion(WhatSeesDocument);
  const asked = names.office(asking.asked?.office);
  return (
    <Question
      id="office-sees"
      title={say("Was sieht diese Stelle?", "What does this office see?")}
      ask={say("Stelle zeigen", "Show the office")}
      complete={office !== ""}
      onAsk={() => asking.ask({ office, role: role || null })}
      asking={asking}
      fields={(tried) => (
        <>
          <Choice
            label={say("Fragende Stelle", "Office that asks")}
            value={office}
            onChange={setOffice}
            options={[["", say("bitte wählen", "please choose")], ...Object.entries(config.offices)]}
            error={tried && office === "" ? say("Wählen Sie eine Stelle.", "Choose an office.") : null}
          />
          <Choice
            label={say("Rolle", "Role")}
            value={role}
            onChange={setRole}
            options={[
              ["", say("alle", "any")],
              ...Object.keys(config.roles).map((id) => [id, names.role(id)] as const),
            ]}
          />
        </>
      )}
    >
      {asking.answer && (
        <RightsTable
          rights={asking.answer.data.whatSees ?? []}
          caption={say(`Was ${asked} darf`, `What ${asked} may`)}
        />
      )}
    </Question>
  );
}
