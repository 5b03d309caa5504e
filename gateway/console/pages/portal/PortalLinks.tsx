import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";

/** The pages for front-end teams, on each of them. */
export function PortalLinks() {
  const say = useSay();
  const { session } = useDesk();
  const builds = session?.purposes.includes("INTERFACE_DEVELOPMENT") ?? false;
  return (
    <nav class="ways" aria-label={say("Für Entwicklungsteams", "For front-end teams")}>
      <ul>
        <li>
          <a class="kern-link" href="/vertrag">
            {say("Schnittstelle", "Contract")}
          </a>
        </li>
        <li>
          <a class="kern-link" href="/aenderungen">
            {say("Änderungen der Schnittstelle", "Changes of the contract")}
          </a>
        </li>
        {builds && (
          <li>
            <a class="kern-link" href="/nutzung">
              {say("Nutzung der Felder", "Usage of fields")}
            </a>
          </li>
        )}
        <li>
          <a class="kern-link" href="/graphiql" target="_self">
            GraphiQL
          </a>
        </li>
      </ul>
    </nav>
  );
}
