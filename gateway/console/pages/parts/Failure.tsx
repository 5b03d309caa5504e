import type { Refusal } from "../api/Refusal.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "./Action.tsx";
import { Notice } from "./Notice.tsx";

/** Why nothing came, and what to do. */
export function Failure({ refusal, retry }: { readonly refusal: Refusal; readonly retry: () => void }) {
  const say = useSay();
  const { renew } = useDesk();
  if (refusal.sessionEnded) {
    return (
      <Notice kind="warning" title={say("Die Sitzung ist zu Ende.", "The session has ended.")}>
        <p class="kern-body">
          {say(
            "Melden Sie sich in einem eigenen Fenster neu an. Was Sie eingegeben haben, bleibt stehen.",
            "Sign in again in a window of its own. What you typed stays.",
          )}
        </p>
        <Action onClick={() => void renew()}>{say("Neu anmelden", "Sign in again")}</Action>
      </Notice>
    );
  }
  const offline = refusal.code === "OFFLINE";
  return (
    <Notice
      kind="danger"
      title={offline ? say("Der Server ist nicht erreichbar.", "The server cannot be reached.") : refusal.code}
    >
      <p class="kern-body">
        {offline ? (
          say(
            "Es ist nichts verloren. Versuchen Sie es erneut, sobald die Verbindung steht.",
            "Nothing is lost. Try again when the connection is back.",
          )
        ) : (
          <span lang="en">{refusal.message}</span>
        )}
      </p>
      <Action kind="secondary" onClick={retry}>
        {say("Erneut versuchen", "Try again")}
      </Action>
    </Notice>
  );
}
