import { useState } from "preact/hooks";
import type { AccessOutcome, AccessRecordFilter } from "../../operations/data-protection/accesses.ts";
import { AccessSearchDocument } from "../../operations/data-protection/accesses.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { Failure } from "../parts/Failure.tsx";
import { instant } from "../parts/instant.ts";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { useNames } from "../useNames.ts";
import { BundleFile } from "./BundleFile.tsx";
import { dayBounds } from "./dayBounds.ts";
import { outcomeText } from "./outcomeText.ts";

const nothing = {
  personRef: "",
  actor: "",
  office: "",
  coordinate: "",
  purpose: "",
  caseRef: "",
  outcome: "",
  first: "",
  last: "",
};

type Form = typeof nothing;

/** Who saw it: the access records that fit. */
export function AccessSearch() {
  const say = useSay();
  return (
    <Page title={say("Wer hat es gesehen?", "Who saw it?")}>
      <SignedIn purpose="DATA_PROTECTION_CONTROL">
        <Search />
      </SignedIn>
    </Page>
  );
}

function Search() {
  const say = useSay();
  const names = useNames();
  const { config, statement } = useDesk();
  const [form, setForm] = useDraft<Form>("access-search", nothing);
  const [searched, setSearched] = useDraft<Form | null>("access-searched", null);
  const [pages, setPages] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState(false);
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const upsideDown = form.first !== "" && form.last !== "" && form.last < form.first;
  const after = pages.at(-1) ?? null;
  const asking = useAnswer(AccessSearchDocument, searched === null ? null : { filter: filterOf(searched), after });
  const records = asking.answer?.data.accessRecords;
  const edges = records?.edges ?? [];
  const any = say("alle", "any");

  const submit = (event: Event) => {
    event.preventDefault();
    setChecked(true);
    if (upsideDown || statement.reason.trim() === "") return;
    setPages([]);
    const again = JSON.stringify(searched) === JSON.stringify(form) && after === null;
    setSearched(form);
    if (again) asking.again();
  };

  return (
    <>
      <form class="criteria" noValidate onSubmit={submit}>
        <TextField
          label={say("Person (Referenz)", "Person (reference)")}
          value={form.personRef}
          maxLength={64}
          onInput={(personRef) => set({ personRef })}
        />
        <TextField
          label={say("Handelnde Person (Kennung)", "Person acting (staff id)")}
          value={form.actor}
          maxLength={255}
          onInput={(actor) => set({ actor })}
        />
        <Choice
          label={say("Stelle", "Office")}
          value={form.office}
          onChange={(office) => set({ office })}
          options={[["", any], ...Object.entries(config.offices)]}
        />
        <TextField
          label={say("Feld", "Field")}
          hint={say("zum Beispiel Conviction.sentence", "for example Conviction.sentence")}
          value={form.coordinate}
          maxLength={120}
          onInput={(coordinate) => set({ coordinate })}
        />
        <Choice
          label={say("Zweck der Abfrage", "Purpose of the request")}
          value={form.purpose}
          onChange={(purpose) => set({ purpose })}
          options={[["", any], ...config.purposes.map(({ id }) => [id, names.purpose(id)] as const)]}
        />
        <TextField
          label={say("Fall oder Aktenzeichen der Abfrage", "Case or file reference of the request")}
          value={form.caseRef}
          maxLength={64}
          onInput={(caseRef) => set({ caseRef })}
        />
        <Choice
          label={say("Ausgang", "Outcome")}
          value={form.outcome}
          onChange={(outcome) => set({ outcome })}
          options={[
            ["", any],
            ...(["ANSWERED", "REFUSED", "ATTEMPTED"] as const).map((each) => [each, outcomeText(each, say)] as const),
          ]}
        />
        <TextField day label={say("Vom", "From")} value={form.first} onInput={(first) => set({ first })} />
        <TextField
          day
          label={say("Bis", "To")}
          value={form.last}
          onInput={(last) => set({ last })}
          error={
            checked && upsideDown ? say("Wählen Sie einen Tag nach dem ersten.", "Choose a day after the first.") : null
          }
        />
        <div class="actions">
          <Action>{say("Suchen", "Search")}</Action>
          <Action
            kind="tertiary"
            onClick={() => {
              setForm(nothing);
              setSearched(null);
              setPages([]);
              setChecked(false);
            }}
          >
            {say("Leeren", "Clear")}
          </Action>
        </div>
      </form>
      {checked && statement.reason.trim() === "" && (
        <p class="kern-body" role="alert">
          {say(
            "Geben Sie oben eine Begründung an: Sie steht mit der Suche im Protokoll.",
            "State a reason above: it goes on record with the search.",
          )}
        </p>
      )}
      <div aria-live="polite" aria-busy={asking.waiting}>
        {asking.waiting && <p class="kern-body">{say("Es wird gesucht …", "Searching …")}</p>}
        {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
        {searched !== null && records && (
          <>
            <h2 class="kern-title">{found(records.totalCount, edges.length, say)}</h2>
            {edges.length > 0 && (
              <DataTable
                caption={say("Zugriffe, neueste zuerst", "Accesses, latest first")}
                headers={[
                  say("Zeit", "Time"),
                  say("Stelle", "Office"),
                  say("Handelnde Person", "Person acting"),
                  say("Zweck", "Purpose"),
                  say("Fall", "Case"),
                  say("Ausgang", "Outcome"),
                ]}
                rows={edges.flatMap(({ node }) =>
                  node === null
                    ? []
                    : [
                        {
                          key: `${node.id}-${node.outcome}`,
                          cells: [
                            <a key="at" class="kern-link" href={`/protokoll/${node.id}`}>
                              {instant(node.at)}
                            </a>,
                            node.office?.name ?? "",
                            node.actor ?? "",
                            names.purpose(node.purpose),
                            node.caseRef ?? "",
                            `${outcomeText(node.outcome, say)}${node.refusalCode === null ? "" : ` (${node.refusalCode})`}`,
                          ],
                        },
                      ],
                )}
              />
            )}
            <div class="actions">
              {edges.length > 0 && <BundleFile filter={filterOf(searched)} after={after} />}
              {pages.length > 0 && (
                <Action kind="secondary" onClick={() => setPages(pages.slice(0, -1))}>
                  {say("Neuere", "Newer")}
                </Action>
              )}
              {records.pageInfo?.hasNextPage && records.pageInfo.endCursor !== null && (
                <Action kind="secondary" onClick={() => setPages([...pages, records.pageInfo?.endCursor ?? ""])}>
                  {say("Ältere", "Older")}
                </Action>
              )}
            </div>
          </>
        )}
      </div>
    </>
  );
}

function found(total: number | null, shown: number, say: ReturnType<typeof useSay>): string {
  if (total !== null) return total === 1 ? say("1 Zugriff", "1 access") : say(`${total} Zugriffe`, `${total} accesses`);
  return say(
    `${shown} Zugriffe auf dieser Seite; je Person wird nicht gezählt (§ 76 Abs. 3 BDSG)`,
    `${shown} accesses on this page; nobody’s accesses are counted (§ 76 (3) BDSG)`,
  );
}

function filterOf({ first, last, outcome, ...texts }: Form): AccessRecordFilter {
  const stated = Object.entries(texts).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]]));
  const { from, to } = dayBounds(first, last);
  return {
    ...Object.fromEntries(stated),
    ...(outcome === "" ? {} : { outcome: outcome as AccessOutcome }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}
