import { useState } from "preact/hooks";
import { WorklistByDateDocument } from "../../operations/rrk-caseworker/lists.ts";
import { WorklistDocument, type WorklistGroup } from "../../operations/rrk-muenster-caseworker/assessment.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { contractOf } from "../session/contractOf.ts";
import { useDraft } from "../session/useDraft.ts";
import { missingSteps } from "./missingSteps.ts";
import { OpenCase } from "./OpenCase.tsx";
import { texts, wordsFor } from "./texts.ts";

/** The worklist: by band where the office has scores, else by date. */
export function WorklistPage() {
  const say = useSay();
  return (
    <Page title={say("Arbeitsliste", "Worklist")}>
      <SignedIn purpose="WORKLIST">
        <List />
      </SignedIn>
    </Page>
  );
}

interface Row {
  readonly group: string | null;
  readonly date: string | null;
  readonly caseRef: string;
  readonly state: string | null;
  readonly name: string;
}

interface Node {
  readonly group?: string | null;
  readonly date: string | null;
  readonly case: {
    readonly caseRef: string;
    readonly state: string | null;
    readonly person: { readonly familyName: string | null; readonly givenNames: string | null } | null;
  } | null;
}

function List() {
  const say = useSay();
  const { config, session, statement } = useDesk();
  const [group, setGroup] = useDraft("worklist-group", "");
  const [asked, setAsked] = useDraft<boolean>("worklist-asked", false);
  const [pages, setPages] = useState<readonly string[]>([]);
  const after = pages.at(-1) ?? null;
  const scored = session !== null && (contractOf(config, session)?.startsWith("rrk-muenster-") ?? false);
  const ready = asked && statement.reason.trim() !== "";
  const byBand = useAnswer(
    WorklistDocument,
    ready && scored ? { after, group: (group || null) as WorklistGroup | null } : null,
  );
  const byDate = useAnswer(WorklistByDateDocument, ready && !scored ? { after } : null);
  const asking = scored ? byBand : byDate;
  const list = scored ? byBand.answer?.data.worklist : byDate.answer?.data.worklistByDate;
  const rows = ((list?.edges ?? []) as readonly { readonly node: Node | null }[]).flatMap(rowOf);
  const changeGroup = (next: string) => {
    setPages([]);
    setGroup(next);
  };
  return (
    <>
      <p class="kern-body">
        {scored
          ? say(
              "Die Reihenfolge sagt, wer zuerst angesehen wird. Sie entscheidet nichts.",
              "The order says who is looked at first. It decides nothing.",
            )
          : say(
              "Nach Datum. Bewertungen gehören nicht zu Ihrer Stelle.",
              "By date. Assessments are not part of your office’s work.",
            )}
      </p>
      <form
        class="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (ready) asking.again();
        }}
      >
        {scored && (
          <Choice
            label={say("Gruppe", "Group")}
            value={group}
            onChange={changeGroup}
            options={[
              ["", say("alle", "all")],
              ...Object.keys(texts.groups).map((each) => [each, wordsFor(texts.groups, each, say)] as const),
            ]}
          />
        )}
        <div class="actions">
          <Action>{say("Liste zeigen", "Show the list")}</Action>
        </div>
      </form>
      {asked && !ready && (
        <p class="kern-body" role="alert">
          {say(
            "Geben Sie oben eine Begründung an: Sie steht mit der Abfrage im Protokoll.",
            "State a reason above: it goes on record with the request.",
          )}
        </p>
      )}
      <div aria-live="polite" aria-busy={asking.waiting}>
        {asking.waiting && <p class="kern-body">{say("Wird geladen …", "Loading …")}</p>}
        {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
        {list && (
          <>
            <h2 class="kern-title">{say(`${list.totalCount} Fälle`, `${list.totalCount} cases`)}</h2>
            <DataTable
              caption={say("Fälle", "Cases")}
              headers={[
                say("Fall", "Case"),
                ...(scored ? [say("Gruppe", "Group")] : []),
                say("Datum", "Date"),
                say("Was fehlt", "What is missing"),
                say("Name", "Name"),
                say("Stand", "State"),
              ]}
              rows={rows.map((row) => ({
                key: row.caseRef,
                cells: [
                  <OpenCase key="open" caseRef={row.caseRef} />,
                  ...(scored ? [wordsFor(texts.groups, row.group, say)] : []),
                  row.date,
                  missingSteps(row.group, row.state)
                    .map((step) => wordsFor(texts.steps, step, say))
                    .join("; ") || say("kein offener Schritt", "no open step"),
                  row.name,
                  wordsFor(texts.states, row.state, say),
                ],
              }))}
            />
            <div class="actions">
              {pages.length > 0 && (
                <Action kind="secondary" onClick={() => setPages(pages.slice(0, -1))}>
                  {say("Zurück", "Back")}
                </Action>
              )}
              {list.pageInfo?.hasNextPage && (
                <Action kind="secondary" onClick={() => setPages([...pages, list.pageInfo?.endCursor ?? ""])}>
                  {say("Weiter", "More")}
                </Action>
              )}
            </div>
          </>
        )}
      </div>
    </>
  );
}

function rowOf({ node }: { readonly node: Node | null }): readonly Row[] {
  if (node?.case == null) return [];
  const { caseRef, state, person } = node.case;
  const name = [person?.familyName, person?.givenNames].filter(Boolean).join(", ");
  return [{ group: node.group ?? null, date: node.date, caseRef, state, name }];
}
