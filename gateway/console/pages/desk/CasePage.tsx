import { useState } from "preact/hooks";
import { CaseFileDocument, type CaseFileQuery } from "../../operations/rrk-caseworker/caseFile.ts";
import type { Withheld } from "../api/ask.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { Facts } from "../parts/Facts.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { contractOf } from "../session/contractOf.ts";
import { AssessmentPanel } from "./AssessmentPanel.tsx";
import { factRows } from "./factRows.ts";
import { texts, wordsFor } from "./texts.ts";

/** One case on one page: the person, the facts with source and age, the assessment, the decision. */
export function CasePage() {
  const say = useSay();
  return (
    <Page title={say("Fall", "Case")}>
      <SignedIn purpose="CASE_MANAGEMENT">
        <Opening />
      </SignedIn>
    </Page>
  );
}

/** Nothing is asked before case and reason are stated. */
function Opening() {
  const say = useSay();
  const { statement } = useDesk();
  const stated = statement.caseRef.trim() !== "" && statement.reason.trim() !== "";
  const [opened, setOpened] = useState<string | null>(stated ? statement.caseRef : null);
  const [checked, setChecked] = useState(false);
  if (opened !== null && opened === statement.caseRef) return <Opened caseRef={opened} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (stated) setOpened(statement.caseRef);
      }}
    >
      <p class="kern-body">
        {say(
          "Nennen Sie oben den Fall und die Begründung; sie stehen mit der Abfrage im Protokoll.",
          "State the case and the reason above; they go on record with the request.",
        )}
      </p>
      <Action>{say("Fall öffnen", "Open the case")}</Action>
      {checked && !stated && (
        <p class="kern-body" role="alert">
          {statement.caseRef.trim() === ""
            ? say("Es fehlt der Fall.", "The case is missing.")
            : say("Es fehlt die Begründung.", "The reason is missing.")}
        </p>
      )}
    </form>
  );
}

function Opened({ caseRef }: { readonly caseRef: string }) {
  const say = useSay();
  const { config, session } = useDesk();
  const asking = useAnswer(CaseFileDocument, { caseRef });
  if (asking.refusal !== null) return <Failure refusal={asking.refusal} retry={asking.again} />;
  if (asking.answer === null)
    return (
      <p class="kern-body" role="status">
        {say("Wird geladen …", "Loading …")}
      </p>
    );
  const file = asking.answer.data.case;
  if (file === null) {
    return (
      <p class="kern-body" role="status">
        {say("Diesen Fall gibt es für Ihre Stelle nicht.", "There is no such case for your office.")}
      </p>
    );
  }
  const scored = session !== null && (contractOf(config, session)?.startsWith("rrk-muenster-") ?? false);
  return (
    <>
      <CaseHead file={file} />
      {scored && <AssessmentPanel caseRef={caseRef} state={file.state} onDone={asking.again} />}
      <FactTable file={file} withheld={asking.answer.withheld} />
      <Proceedings file={file} />
    </>
  );
}

type File = NonNullable<CaseFileQuery["case"]>;

function CaseHead({ file }: { readonly file: File }) {
  const say = useSay();
  const { person } = file;
  return (
    <Facts
      entries={[
        [say("Fall", "Case"), file.caseRef],
        [say("Stand", "State"), wordsFor(texts.states, file.state, say)],
        [say("Name", "Name"), [person?.familyName, person?.givenNames].filter(Boolean).join(", ")],
        [say("Geburtsname", "Birth name"), person?.birthName],
        [say("Geburtsdatum", "Date of birth"), person?.dateOfBirth],
        [say("Ausländerakte", "File of the immigration authority"), person?.fileRef],
        [say("Vorgeschlagen von", "Proposed by"), file.proposedBy?.name],
        [say("Grund des Vorschlags", "Reason of the proposal"), file.proposalReason],
      ]}
    />
  );
}

/** What is withheld is shown as withheld, so that nobody takes its absence for "nothing there". */
function FactTable({ file, withheld }: { readonly file: File; readonly withheld: readonly Withheld[] }) {
  const say = useSay();
  const { config } = useDesk();
  if (file.person === null) return null;
  const held = new Map(withheld.map((each) => [each.coordinate, each.category]));
  const rows = factRows(file.person, say);
  return (
    <>
      <h2 class="kern-title">{say("Tatsachen und Einschätzungen", "Facts and assessments")}</h2>
      <DataTable
        caption={say("Was bekannt ist, mit Quelle und Alter", "What is known, with source and age")}
        headers={[
          say("Angabe", "Item"),
          say("Inhalt", "Content"),
          say("Art", "Kind"),
          say("Quelle", "Source"),
          say("Vom", "Of"),
        ]}
        rows={rows.map((row, place) => {
          const category = held.get(row.coordinate);
          const content =
            category === undefined
              ? (row.value ?? say("nicht bekannt", "not known"))
              : say(
                  `zurückgehalten für diesen Zweck (${config.categories[category] ?? category})`,
                  `withheld for this purpose (${config.categories[category] ?? category})`,
                );
          return {
            key: `${row.coordinate}-${place}`,
            cells: [
              row.label,
              content,
              row.source?.kind === "ASSESSMENT"
                ? say("Einschätzung", "assessment") +
                  (row.source.evidenceHolder ? ` (${row.source.evidenceHolder.name})` : "")
                : row.source === null
                  ? ""
                  : say("Tatsache", "fact"),
              row.source?.sourceOffice?.name ?? "",
              row.source?.eventDate ?? "",
            ],
          };
        })}
      />
    </>
  );
}

function Proceedings({ file }: { readonly file: File }) {
  const say = useSay();
  return (
    <>
      <h2 class="kern-title">{say("Maßnahmen, Fristen, Einvernehmen", "Measures, deadlines, consent")}</h2>
      <ul class="kern-list">
        {(file.measures ?? []).map((measure) => (
          <li key={measure.id}>
            {[measure.kind, measure.office?.name, measure.dueOn, measure.state].filter(Boolean).join(", ")}
          </li>
        ))}
        {(file.deadlines ?? []).map((deadline) => (
          <li key={deadline.id}>{[deadline.subject, deadline.dueOn, deadline.norm].filter(Boolean).join(", ")}</li>
        ))}
        {(file.consents ?? []).map((consent) => (
          <li key={consent.id}>
            {[
              say("Einvernehmen", "consent"),
              consent.office?.name,
              consent.state,
              consent.answeredOn ?? consent.requestedOn,
            ]
              .filter(Boolean)
              .join(", ")}
          </li>
        ))}
        {(file.admissionDecisions ?? []).map((decision) => (
          <li key={decision.id}>
            {[
              decision.outcome === "ADMIT" ? say("Aufnahme", "admitted") : say("Ablehnung", "rejected"),
              decision.decidedBy,
              decision.decidedOn,
              decision.reason,
            ]
              .filter(Boolean)
              .join(", ")}
          </li>
        ))}
      </ul>
    </>
  );
}
