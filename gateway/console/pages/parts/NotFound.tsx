import { useSay } from "../Language.ts";
import { Page } from "./Page.tsx";

export function NotFound() {
  const say = useSay();
  return (
    <Page title={say("Diese Seite gibt es nicht.", "There is no such page.")}>
      <p class="kern-body">
        <a class="kern-link" href="/">
          {say("Zur Startseite", "To the start page")}
        </a>
      </p>
    </Page>
  );
}
