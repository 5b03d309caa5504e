import { RequestsOfFileDocument } from "../../operations/abh-rights-clerk/requests.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { useDraft } from "../session/useDraft.ts";
import { ReceiveForm } from "./ReceiveForm.tsx";
import { RequestPanel } from "./RequestPanel.tsx";

/** The desk for the rights of the person: the requests of the stated file, what is to be done next, and the answer. */
export function SubjectRightsPage() {
  const say = useSay();
  return (
    <Page title={say("Betroffenenrechte", "Rights of the person")}>
      <SignedIn purpose="DATA_SUBJECT_REQUEST">
        <Requests />
      </SignedIn>
    </Page>
  );
}

function Requests() {
  const say = useSay();
  const { statement } = useDesk();
  const [file, setFile] = useDraft<string>("rights-file", "");
  const stated = statement.caseRef.trim();
  const ready = stated !== "" && statement.reason.trim() !== "";
  const asking = useAnswer(RequestsOfFileDocument, ready && file === stated ? {} : null);
  const persons = (asking.answer?.data.persons?.edges ?? []).flatMap(({ node }) => node ?? []);
  return (
    <>
      <form
        class="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (file === stated) asking.again();
          setFile(stated);
        }}
      >
        <p class="kern-body">
          {say(
            "Angezeigt werden die Anträge zu der Akte, die Sie oben angeben. Die Antwort wird aus dem entworfen, was der Person mitgeteilt werden darf.",
            "Shown are the requests about the file that you state above. The answer is drafted from what the person may be told.",
          )}
        </p>
        <div class="actions">
          <Action>{say("Anträge zeigen", "Show the requests")}</Action>
        </div>
      </form>
      {!ready && (
        <p class="kern-body">
          {say("Geben Sie oben Aktenzeichen und Begründung an.", "State a file and a reason above.")}
        </p>
      )}
      <div aria-live="polite" aria-busy={asking.waiting}>
        {asking.waiting && <p class="kern-body">{say("Wird geladen …", "Loading …")}</p>}
        {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
        {asking.answer !== null && persons.length === 0 && (
          <p class="kern-body">
            {say("Zu dieser Akte führt Ihre Stelle keine Person.", "Your office keeps no person under this file.")}
          </p>
        )}
      </div>
      {persons.map(({ personRef, familyName, givenNames, subjectRequests }) => (
        <section key={personRef}>
          <h2 class="kern-title">{`${givenNames ?? ""} ${familyName ?? ""}`.trim()}</h2>
          {(subjectRequests ?? []).map((request) => (
            <RequestPanel key={request.id} personRef={personRef} request={request} onDone={asking.again} />
          ))}
          <ReceiveForm personRef={personRef} onDone={asking.again} />
        </section>
      ))}
    </>
  );
}
