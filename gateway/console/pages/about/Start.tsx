import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Page } from "../parts/Page.tsx";

export function Start() {
  const say = useSay();
  const { config, session, signIn } = useDesk();
  return (
    <Page title="Sichtfeld">
      <p class="kern-body">
        {say(
          "Jede Behörde sieht genau die Felder, die sie für den genannten Zweck sehen darf, und jeder Zugriff steht im Protokoll. IRIS ordnet, wer zuerst angesehen wird; entschieden wird von Menschen.",
          "Every authority sees exactly the fields that it may see for the purpose it states, and every access is on record. IRIS orders who is looked at first; people decide.",
        )}
      </p>
      {session === null && (
        <>
          <Action onClick={signIn}>{say("Anmelden", "Sign in")}</Action>
          {config.demonstration && (
            <p class="kern-body">
              {say(
                "In der Demonstration wählen Sie eine Persona; ein Kennwort gibt es nicht.",
                "In the demonstration you choose a persona; there is no password.",
              )}
            </p>
          )}
        </>
      )}
      <h2 class="kern-title">{say("Für Entwicklungsteams", "For front-end teams")}</h2>
      <ul>
        <li>
          <a class="kern-link" href="/vertrag">
            {say(
              "Schnittstelle: was Ihre Stelle abfragen kann, und wann welches Feld leer bleibt",
              "Contract: what your office can ask, and when each field is null",
            )}
          </a>
        </li>
        <li>
          <a class="kern-link" href="/aenderungen">
            {say("Änderungen der Schnittstelle", "Changes of the contract")}
          </a>
        </li>
        <li>
          <a class="kern-link" href="/graphiql" target="_self">
            {say(
              "GraphiQL: Abfragen im Schema der eigenen Stelle ausprobieren",
              "GraphiQL: try queries in your office’s own schema",
            )}
          </a>
        </li>
      </ul>
    </Page>
  );
}
