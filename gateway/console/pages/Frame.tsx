import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useDesk } from "./Desk.ts";
import { type Language, useSay } from "./Language.ts";
import { StatementBar } from "./parts/StatementBar.tsx";
import { useNames } from "./useNames.ts";

interface FrameProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly children: ComponentChildren;
}

/** What stands around every page: name, languages, who is signed in, the ways, purpose and reason. */
export function Frame({ language, onLanguage, children }: FrameProps) {
  const say = useSay();
  const { url } = useLocation();
  const names = useNames();
  const { config, session, signIn, signOut } = useDesk();
  const ways = session === null ? [] : waysOf(session.purposes, config.kinds[session.office], say);
  return (
    <>
      <a class="skip kern-link" href="#main">
        {say("Zum Inhalt", "Skip to content")}
      </a>
      <header class="kern-container top">
        <a class="brand kern-title" href="/">
          Sichtfeld
        </a>
        <div class="top-actions">
          {(["de", "en"] as const).map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              class="kern-btn kern-btn--tertiary kern-btn--x-small"
              aria-pressed={language === each}
              onClick={() => onLanguage(each)}
            >
              <span class="kern-label">{each === "de" ? "Deutsch" : "English"}</span>
            </button>
          ))}
          {session === null ? (
            <button class="kern-btn kern-btn--primary kern-btn--x-small" type="button" onClick={signIn}>
              <span class="kern-label">{say("Anmelden", "Sign in")}</span>
            </button>
          ) : (
            <>
              <span class="kern-body signed-in">
                {names.office(session.office)} · {names.role(session.role)}
              </span>
              <button class="kern-btn kern-btn--secondary kern-btn--x-small" type="button" onClick={signOut}>
                <span class="kern-label">{say("Abmelden", "Sign out")}</span>
              </button>
            </>
          )}
        </div>
      </header>
      {ways.length > 0 && (
        <nav class="kern-container ways" aria-label={say("Bereiche", "Sections")}>
          <ul>
            {ways.map(([path, text]) => (
              <li key={path}>
                <a class="kern-link" href={path} aria-current={url.split("?")[0] === path ? "page" : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {session !== null && (
        <div class="kern-container">
          <StatementBar />
        </div>
      )}
      <main id="main" class="kern-container" tabIndex={-1}>
        {children}
      </main>
      <footer class="kern-container bottom">
        <ul>
          <li>
            <a class="kern-link" href="/barrierefreiheit">
              {say("Barrierefreiheit", "Accessibility")}
            </a>
          </li>
          <li>
            <a class="kern-link" href="/rueckmeldung">
              {say("Rückmeldung", "Feedback")}
            </a>
          </li>
        </ul>
        <p class="kern-body">
          {say(
            "Alle Personen sind erfunden, die Kriterien eine Demonstration. Gestaltung mit KERN UX (EUPL-1.2).",
            "All persons are invented, the criteria are a demonstration. Designed with KERN UX (EUPL-1.2).",
          )}
        </p>
      </footer>
    </>
  );
}

function waysOf(
  purposes: readonly string[],
  officeKind: string | undefined,
  say: ReturnType<typeof useSay>,
): readonly (readonly [string, string])[] {
  const ways: (readonly [string, string])[] = [];
  if (purposes.includes("DATA_PROTECTION_CONTROL")) {
    ways.push(["/protokoll", say("Wer hat es gesehen?", "Who saw it?")]);
    ways.push(["/berechtigungen", say("Wer darf?", "Who may?")]);
    ways.push(["/ordnung", say("Ist es in Ordnung?", "Is it in order?")]);
    ways.push(["/entwuerfe", say("Entwürfe", "Drafts")]);
  }
  if (purposes.includes("WORKLIST")) {
    // What is looked at next is for an RRK to say; a ZAB has tasks.
    if (officeKind === "RRK") ways.push(["/arbeitsliste", say("Arbeitsliste", "Worklist")]);
    ways.push(["/anstehend", say("Fristen und Aufgaben", "Deadlines and tasks")]);
  }
  if (purposes.includes("DATA_SUBJECT_REQUEST"))
    ways.push(["/betroffenenrechte", say("Betroffenenrechte", "Rights of the person")]);
  if (purposes.includes("CASE_MANAGEMENT")) ways.push(["/fall", say("Fall", "Case")]);
  if (purposes.includes("INTERFACE_DEVELOPMENT")) ways.push(["/vertrag", say("Schnittstelle", "Contract")]);
  return ways;
}
