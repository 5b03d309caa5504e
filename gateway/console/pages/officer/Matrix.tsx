import { RightsDocument } from "../../operations/data-protection/rules.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Choice } from "../parts/Choice.tsx";
import { Failure } from "../parts/Failure.tsx";
import { useDraft } from "../session/useDraft.ts";
import { useNames } from "../useNames.ts";
import { RightsTable } from "./RightsTable.tsx";

/** The rights of an office, a purpose, a category. */
export function Matrix() {
  const say = useSay();
  const names = useNames();
  const { config } = useDesk();
  const [office, setOffice] = useDraft("rights-office", "");
  const [purpose, setPurpose] = useDraft("rights-purpose", "");
  const [category, setCategory] = useDraft("rights-category", "");
  const chosen = office !== "" || purpose !== "" || category !== "";
  const asking = useAnswer(
    RightsDocument,
    chosen ? { office: office || null, purpose: purpose || null, category: category || null } : null,
  );
  const any = say("alle", "any");
  return (
    <section aria-labelledby="matrix">
      <h2 class="kern-title" id="matrix">
        {say("Stelle × Zweck × Kategorie", "Office × purpose × category")}
      </h2>
      <div class="criteria">
        <Choice
          label={say("Stelle", "Office")}
          value={office}
          onChange={setOffice}
          options={[["", any], ...Object.entries(config.offices)]}
        />
        <Choice
          label={say("Zweck der Abfrage", "Purpose of the request")}
          value={purpose}
          onChange={setPurpose}
          options={[["", any], ...config.purposes.map(({ id }) => [id, names.purpose(id)] as const)]}
        />
        <Choice
          label={say("Kategorie", "Category")}
          value={category}
          onChange={setCategory}
          options={[["", any], ...Object.entries(config.categories)]}
        />
      </div>
      {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
      {chosen && asking.answer && (
        <RightsTable rights={asking.answer.data.policyMatrix ?? []} caption={say("Berechtigungen", "Rights")} />
      )}
    </section>
  );
}
