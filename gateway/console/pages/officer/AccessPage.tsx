import { AccessDocument, type AccessQuery } from "../../operations/data-protection/accesses.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { Facts } from "../parts/Facts.tsx";
import { Failure } from "../parts/Failure.tsx";
import { instant } from "../parts/instant.ts";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { useNames } from "../useNames.ts";
import { outcomeText } from "./outcomeText.ts";
import { ProofPanel } from "./ProofPanel.tsx";
import { useNorms } from "./useNorms.ts";

type Record = NonNullable<AccessQuery["accessRecord"]>;

/** One access: what was asked, disclosed, withheld and only tested, and its proof. */
export function AccessPage({ id }: { readonly id?: string }) {
  const say = useSay();
  return (
    <Page title={say("Ein Zugriff", "One access")}>
      <p class="kern-body">
        <a class="kern-link" href="/protokoll">
          {say("Zurück zur Suche", "Back to the search")}
        </a>
      </p>
      <SignedIn purpose="DATA_PROTECTION_CONTROL">
        <Opened id={id ?? ""} />
      </SignedIn>
    </Page>
  );
}

function Opened({ id }: { readonly id: string }) {
  const say = useSay();
  const asking = useAnswer(AccessDocument, { id });
  if (asking.refusal !== null) return <Failure refusal={asking.refusal} retry={asking.again} />;
  const record = asking.answer?.data.accessRecord;
  if (record === undefined)
    return (
      <p class="kern-body" role="status">
        {say("Wird geladen …", "Loading …")}
      </p>
    );
  if (record === null)
    return <p class="kern-body">{say("Diesen Zugriff gibt es nicht.", "There is no such access.")}</p>;
  return <Disclosed record={record} />;
}

function Disclosed({ record }: { readonly record: Record }) {
  const say = useSay();
  const withNorms = useNorms(record);
  return (
    <>
      <Circumstances record={record} />
      <h2 class="kern-title">{say("Offengelegt", "Disclosed")}</h2>
      {(record.subjects ?? []).length === 0 && (
        <p class="kern-body">{say("Nichts über einzelne Personen.", "Nothing of single persons.")}</p>
      )}
      {(record.subjects ?? []).map((subject, place) => (
        <section key={subject.personRef ?? place}>
          <h3 class="kern-title kern-title--small">
            {subject.personRef ?? say("ohne einzelne Person", "no single person")}
          </h3>
          {(subject.disclosures ?? []).length === 0 ? (
            <p class="kern-body">{say("Nur nach der Referenz gefragt.", "Only asked for by reference.")}</p>
          ) : (
            <DataTable
              caption={say("Offengelegte Felder", "Disclosed fields")}
              headers={[say("Feld", "Field"), say("Regel und Norm", "Rule and norm")]}
              rows={(subject.disclosures ?? []).map(({ coordinate, rules }) => ({
                key: coordinate ?? "",
                cells: [coordinate, withNorms(rules)],
              }))}
            />
          )}
          {(subject.withheld ?? []).length > 0 && (
            <p class="kern-body">
              {say("An dieser Person zurückgehalten: ", "Withheld on this person: ")}
              {subject.withheld?.join(", ")}
            </p>
          )}
        </section>
      ))}
      <h2 class="kern-title">{say("Zurückgehalten", "Withheld")}</h2>
      {(record.withheld ?? []).length === 0 ? (
        <p class="kern-body">{say("Nichts.", "Nothing.")}</p>
      ) : (
        <DataTable
          caption={say("Zurückgehaltene Felder", "Withheld fields")}
          headers={[say("Feld", "Field"), say("Kategorie", "Category"), say("Verbote", "Prohibitions")]}
          rows={(record.withheld ?? []).map(({ coordinate, category, prohibitions }) => ({
            key: coordinate ?? "",
            cells: [
              coordinate,
              category,
              withNorms(prohibitions) || say("keine Regel gewährt es", "no rule grants it"),
            ],
          }))}
        />
      )}
      <h2 class="kern-title">{say("Nur geprüft (Filter, Reihenfolge)", "Only tested (filter, order)")}</h2>
      <p class="kern-body">{(record.tested ?? []).join(", ") || say("Nichts.", "Nothing.")}</p>
      {(record.incidents ?? []).length > 0 && (
        <>
          <h2 class="kern-title">
            {say("Vorfälle: im Gateway zurückgehalten", "Incidents: held back by the gateway")}
          </h2>
          <p class="kern-body">{record.incidents?.join(", ")}</p>
        </>
      )}
      <h2 class="kern-title">{say("Nachweis", "Proof")}</h2>
      <ProofPanel id={record.id} proof={record.proof} />
    </>
  );
}

function Circumstances({ record }: { readonly record: Record }) {
  const say = useSay();
  const names = useNames();
  const purpose = names.purpose(record.purpose);
  return (
    <Facts
      entries={[
        [say("Zeit", "Time"), instant(record.at)],
        [say("Ausgang", "Outcome"), [outcomeText(record.outcome, say), record.refusalCode].filter(Boolean).join(": ")],
        [say("Stelle", "Office"), record.office?.name],
        [say("Handelnde Person", "Person acting"), record.actor],
        [say("Verantwortliche Person", "Responsible person"), record.responsiblePerson],
        [say("Rolle", "Role"), names.role(record.role)],
        [say("Zweck", "Purpose"), [purpose, record.purposeCode].filter(Boolean).join(", Code ")],
        [say("Fall oder Aktenzeichen", "Case or file reference"), record.caseRef],
        [say("Fälle, nach denen gefragt wurde", "Cases that were asked for"), record.askedCases?.join(", ")],
        [say("Begründung", "Reason"), record.reason],
        [say("Arten der Verarbeitung", "Kinds of processing"), record.kinds?.join(", ")],
        [say("Empfänger", "Recipient"), record.recipient],
        [say("Stichtag der Frage", "Date of the question"), record.questionDate],
        [say("Abfrage", "Operation"), record.operationName],
        [say("Prüfsumme der Abfrage", "Hash of the operation"), record.operationHash],
        [say("Geprüftes Dokument", "Trusted document"), record.document],
        [say("Fassung der Regeln", "Version of the rules"), record.policyVersion],
        [say("Fassung des Katalogs", "Version of the catalogue"), record.catalogueVersion],
        [say("Spur", "Trace"), record.trace],
      ]}
    />
  );
}
