import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Notice } from "../parts/Notice.tsx";
import { Page } from "../parts/Page.tsx";
import { finishSignIn } from "./signIn.ts";

/** The page that the issuer sends back to. */
export function SignInEnd() {
  const say = useSay();
  const { config, begin, signIn } = useDesk();
  const { route } = useLocation();
  const [failed, setFailed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a code is redeemed once
  useEffect(() => {
    finishSignIn(config).then(
      (finished) => {
        if (finished === null) return;
        begin(finished.session);
        route(finished.returnTo, true);
      },
      () => setFailed(true),
    );
  }, []);
  return (
    <Page title={say("Anmeldung", "Sign-in")}>
      {failed ? (
        <Notice kind="danger" title={say("Die Anmeldung ist nicht gelungen.", "The sign-in did not succeed.")}>
          <p class="kern-body">{say("Beginnen Sie die Anmeldung noch einmal.", "Begin the sign-in once more.")}</p>
          <Action onClick={signIn}>{say("Anmelden", "Sign in")}</Action>
        </Notice>
      ) : (
        <p class="kern-body" role="status">
          {say("Sie werden angemeldet …", "You are being signed in …")}
        </p>
      )}
    </Page>
  );
}
