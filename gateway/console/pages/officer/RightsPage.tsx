import { useState } from "preact/hooks";
import type { RightFragment } from "../../operations/data-protection.ts";
import { RightsDocument, WhoCanSeeDocument } from "../../operations/data-protection.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { type Say, useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { useNames } from "../useNames.ts";

/** Who may: the rights behind a field, or those of an office, a purpose, a category. */
export function RightsPage() {
  const say = useSay();
  return (
    <Page title={say("Wer darf?", "Who may?")}>
      <SignedIn purpose="DATA_PROTECTION_CONTROL">
        <WhoCanSee />
        <Matrix />
      </SignedIn>
    </Page>
  );
}

function WhoCanSee() {
  const say = useSay();
  const [coordinate, setCoordinate] = useDraft("rights-coordinate", "");
  const [asked, setAsked] = useState<string | null>(null);
  const asking = useAnswer(WhoCanSeeDocument, asked === null ? null : { coordinate: asked });
  return (
    <section aria-labelledby="who-can-see">
      <h2 class="kern-title" id="who-can-see">
        {say("Wer darf dieses Feld sehen?", "Who can see this field?")}
      </h2>
      <form
        class="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (coordinate.trim() !== "") setAsked(coordinate.trim());
        }}
      >
        <TextField
          label={say("Feld", "Field")}
          hint={say("zum Beispiel Conviction.sentence", "for example Conviction.sentence")}
          value={coordinate}
          maxLength={120}
          onInput={setCoordinate}
        />
        <div class="actions">
          <Action>{say("Zeigen", "Show")}</Action>
        </div>
      </form>
      {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
      {asking.answer && (
        <Rights
          rights={asking.answer.data.whoCanSee ?? []}
          caption={say(`Wer ${asked} sehen darf`, `Who can see ${asked}`)}
        />
      )}
    </section>
  );
}

function Matrix() {
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
        <Rights rights={asking.answer.data.policyMatrix ?? []} caption={say("Berechtigungen", "Rights")} />
      )}
    </section>
  );
}

function Rights({ rights, caption }: { readonly rights: readonly RightFragment[]; readonly caption: string }) {
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

function actionText(action: RightFragment["action"], say: Say): string {
  switch (action) {
    case "SEE":
      return say("lesen", "read");
    case "WRITE":
      return say("schreiben", "write");
    case "COMBINE":
      return say("zusammenführen lassen", "have combined");
    default:
      return "";
  }
}
