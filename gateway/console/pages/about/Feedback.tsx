import { useState } from "preact/hooks";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Notice } from "../parts/Notice.tsx";
import { Page } from "../parts/Page.tsx";
import { TextField } from "../parts/TextField.tsx";

/** Writes a letter to be sent by one's own means: nothing leaves the browser, so no third party and no store is needed. */
export function Feedback() {
  const say = useSay();
  const [where, setWhere] = useState("");
  const [what, setWhat] = useState("");
  const [letter, setLetter] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const missing = what.trim() === "";
  return (
    <Page title={say("Rückmeldung zur Barrierefreiheit", "Feedback on accessibility")}>
      <p class="kern-body">
        {say(
          "Das Formular setzt ein Schreiben auf, das Sie an die betreibende Stelle senden. Es wird nichts übertragen. Bitte nennen Sie keine Personen.",
          "The form drafts a letter that you send to the operating office. Nothing is transmitted. Please name no persons.",
        )}
      </p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (!missing)
            setLetter(`Barriere in Sichtfeld\n\nSeite: ${where.trim() || "nicht genannt"}\n\n${what.trim()}\n`);
        }}
      >
        <TextField
          label={say("Auf welcher Seite?", "On which page?")}
          optional={say("freiwillig", "optional")}
          value={where}
          onInput={setWhere}
          maxLength={200}
        />
        <TextField
          label={say("Was ging nicht?", "What did not work?")}
          value={what}
          onInput={setWhat}
          maxLength={2000}
          error={
            checked && missing
              ? say("Beschreiben Sie die Barriere in einem Satz.", "Describe the barrier in a sentence.")
              : null
          }
        />
        <Action>{say("Schreiben aufsetzen", "Draft the letter")}</Action>
      </form>
      {letter !== null && (
        <Notice kind="success" title={say("Ihr Schreiben", "Your letter")}>
          <pre class="leaf">{letter}</pre>
        </Notice>
      )}
    </Page>
  );
}
