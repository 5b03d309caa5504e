import { useState } from "preact/hooks";
import { CasesByDueDocument } from "../../operations/rrk-caseworker/lists.ts";
import { TasksDocument } from "../../operations/zab-caseworker/tasks.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { useDraft } from "../session/useDraft.ts";
import { CalendarFile } from "./CalendarFile.tsx";
import { type DueCase, dueRows } from "./dueRows.ts";
import { OpenCase } from "./OpenCase.tsx";
import { texts, wordsFor } from "./texts.ts";

/** What is due: an office's measures, and of an RRK the deadlines of its cases. */
export function DuePage() {
  const say = useSay();
  return (
    <Page title={say("Fristen und Aufgaben", "Deadlines and tasks")}>
      <SignedIn purpose="WORKLIST">
        <List />
      </SignedIn>
    </Page>
  );
}

const always = "9999-12-31";
const questions = {
  NEXT_MEASURE: { orderBy: "NEXT_MEASURE", filter: { measureDueUntil: always } },
  NEXT_DEADLINE: { orderBy: "NEXT_DEADLINE", filter: { deadlineUntil: always } },
} as const;

function List() {
  const say = useSay();
  const { config, session, statement } = useDesk();
  const [what, setWhat] = useDraft<keyof typeof questions>("due-what", "NEXT_MEASURE");
  const [asked, setAsked] = useDraft<boolean>("due-asked", false);
  const [pages, setPages] = useState<readonly string[]>([]);
  const after = pages.at(-1) ?? null;
  const coordinates = session !== null && config.kinds[session.office] === "RRK";
  const ready = asked && statement.reason.trim() !== "";
  const ofRrk = useAnswer(CasesByDueDocument, ready && coordinates ? { after, ...questions[what] } : null);
  const ofZab = useAnswer(TasksDocument, ready && !coordinates ? { after } : null);
  const asking = coordinates ? ofRrk : ofZab;
  const list = asking.answer?.data.cases;
  const cases = ((list?.edges ?? []) as readonly { readonly node: DueCase | null }[]).flatMap(({ node }) => node ?? []);
  const rows = dueRows(cases, coordinates ? what : "NEXT_MEASURE");
  return (
    <>
      <p class="kern-body">
        {coordinates
          ? say(
              "Offene Maßnahmen und laufende Fristen der eigenen Fälle, das Nächste zuerst.",
              "Open measures and running deadlines of your office’s cases, the next first.",
            )
          : say(
              "Die offenen Maßnahmen Ihrer Stelle, Überfälliges zuerst. Was andere Stellen tun, steht hier nicht.",
              "The open measures of your office, what is overdue first. What other offices do is not shown here.",
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
        {coordinates && (
          <Choice
            label={say("Anzeigen", "Show")}
            value={what}
            onChange={(next) => {
              setPages([]);
              setWhat(next as keyof typeof questions);
            }}
            options={[
              ["NEXT_MEASURE", say("offene Maßnahmen", "open measures")],
              ["NEXT_DEADLINE", say("laufende Fristen", "running deadlines")],
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
              caption={say("Fristen und Aufgaben", "Deadlines and tasks")}
              headers={[
                say("fällig am", "due on"),
                say("Was", "What"),
                say("Fall", "Case"),
                say("Name", "Name"),
                ...(coordinates ? [say("Stelle oder Norm", "Office or norm")] : []),
              ]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: [
                  row.dueOn,
                  wordsFor(texts.measures, row.what, say),
                  coordinates ? <OpenCase key="open" caseRef={row.caseRef} /> : row.caseRef,
                  row.name,
                  ...(coordinates ? [row.beside] : []),
                ],
              }))}
            />
            <div class="actions">
              {coordinates && what === "NEXT_DEADLINE" && <CalendarFile rows={rows} />}
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
