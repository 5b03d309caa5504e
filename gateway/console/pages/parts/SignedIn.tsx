import type { ComponentChildren } from "preact";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "./Action.tsx";
import { Notice } from "./Notice.tsx";

interface SignedInProps {
  /** Left out: for everybody who is signed in. */
  readonly purpose?: string;
  readonly children: ComponentChildren;
}

/** Shows its children to those who may state the purpose, and to others how to get there. */
export function SignedIn({ purpose, children }: SignedInProps) {
  const say = useSay();
  const { session, signIn } = useDesk();
  if (session !== null && (purpose === undefined || session.purposes.includes(purpose))) return <>{children}</>;
  return (
    <Notice
      kind="info"
      title={
        session === null
          ? say("Bitte melden Sie sich an.", "Please sign in.")
          : say("Diese Seite gehört nicht zu Ihrer Aufgabe.", "This page is not part of your task.")
      }
    >
      {session === null ? (
        <Action onClick={signIn}>{say("Anmelden", "Sign in")}</Action>
      ) : (
        <p class="kern-body">
          {say("Ihr Zugang nennt den Zweck nicht, den sie braucht: ", "Your access lacks the purpose that it needs: ")}
          {purpose}
        </p>
      )}
    </Notice>
  );
}
