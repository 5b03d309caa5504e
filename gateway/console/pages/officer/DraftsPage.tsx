import { DraftDocument, type DraftQuery, type ProcessingDocument } from "../../operations/data-protection/drafts.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { useDraft } from "../session/useDraft.ts";
import { Question } from "./Question.tsx";
import { useQuestion } from "./useQuestion.ts";

type Draft = NonNullable<DraftQuery["processingDraft"]>;

/** Drafts of what the controller owes: facts out of the policy in force, judgements as blanks. To be printed. */
export function DraftsPage() {
  const say = useSay();
  return (
    <Page title={say("Entwürfe", "Drafts")}>
      <SignedIn purpose="DATA_PROTECTION_CONTROL">
        <Drafts />
      </SignedIn>
    </Page>
  );
}

function Drafts() {
  const say = useSay();
  const [document, setDocument] = useDraft<ProcessingDocument>("drafts-document", "RECORD_OF_PROCESSING");
  const asking = useQuestion(DraftDocument);
  const draft = asking.answer?.data.processingDraft;
  return (
    <Question
      id="drafts"
      title={say("Welches Dokument?", "Which document?")}
      ask={say("Entwerfen", "Draft")}
      complete
      onAsk={() => asking.ask({ document })}
      asking={asking}
      fields={() => (
        <Choice
          label={say("Dokument", "Document")}
          hint={say("Der Entwurf ist auf Deutsch.", "The draft is in German.")}
          value={document}
          onChange={(value) => setDocument(value as ProcessingDocument)}
          options={[
            [
              "RECORD_OF_PROCESSING",
              say("Verzeichnis von Verarbeitungstätigkeiten", "Record of processing activities"),
            ],
            ["IMPACT_ASSESSMENT", say("Datenschutz-Folgenabschätzung", "Data protection impact assessment")],
            [
              "FUNDAMENTAL_RIGHTS_ASSESSMENT",
              say("Grundrechte-Folgenabschätzung", "Fundamental rights impact assessment"),
            ],
          ]}
        />
      )}
    >
      {draft && (
        <>
          <div class="actions">
            <Action kind="secondary" onClick={() => print()}>
              {say("Drucken", "Print")}
            </Action>
          </div>
          <Document draft={draft} />
        </>
      )}
    </Question>
  );
}

function Document({ draft: { title, policyVersion, sections } }: { readonly draft: Draft }) {
  return (
    <article lang="de">
      <h2 class="kern-title">{`Entwurf: ${title}`}</h2>
      <p class="kern-body">{`Tatsachen aus der Fassung ${policyVersion} der Regeln. Leerstellen füllt der Verantwortliche.`}</p>
      {(sections ?? []).map(({ heading, norm, facts, blanks }) => (
        <section key={heading}>
          <h3 class="kern-title kern-title--small">{heading}</h3>
          <p class="kern-body">{norm}</p>
          <ul class="kern-list kern-list--bullet">
            {(facts ?? []).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          {(blanks ?? []).map((blank) => (
            <p key={blank} class="kern-body blank">{`Vom Verantwortlichen auszufüllen: ${blank}`}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
