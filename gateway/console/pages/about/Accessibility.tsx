import { useSay } from "../Language.ts";
import { Page } from "../parts/Page.tsx";

/** Statement by § 10e BGG NRW and the BITVNRW, for what was examined. */
export function Accessibility() {
  const say = useSay();
  return (
    <Page title={say("Erklärung zur Barrierefreiheit", "Accessibility statement")}>
      <p class="kern-body">
        {say(
          "Diese Anwendung soll der BITVNRW genügen (EN 301 549, WCAG 2.2 AA). Grundlage dieser Erklärung ist eine Selbstbewertung: eine automatische Prüfung jeder Seite mit axe und eine Prüfung von Hand nach der Liste in docs/accessibility.md. Eine Prüfung durch Dritte gab es nicht.",
          "This application is meant to satisfy the BITVNRW (EN 301 549, WCAG 2.2 AA). This statement rests on self-assessment: an automatic check of every page with axe, and a check by hand along the list in docs/accessibility.md. No third party has examined it.",
        )}
      </p>
      <h2 class="kern-title">{say("Nicht barrierefrei", "Not accessible")}</h2>
      <p class="kern-body">
        {say(
          "Das Innere der Abfragekonsole GraphiQL stammt von Dritten und wurde nicht geprüft. Sie ist ein Werkzeug für Entwicklungsteams; was sie über das Schema sagt, steht auf den Seiten zur Schnittstelle, und jede Abfrage lässt sich auch ohne sie senden.",
          "The inside of the query console GraphiQL is a third party’s and was not examined. It is a tool for front-end teams; what it tells of the schema stands on the contract pages, and every query can be sent without it.",
        )}
      </p>
      <h2 class="kern-title">{say("Barriere melden", "Report a barrier")}</h2>
      <p class="kern-body">
        <a class="kern-link" href="/rueckmeldung">
          {say("Zum Formular", "To the form")}
        </a>
      </p>
      <p class="kern-body">
        {say(
          "Zuständig für die Überwachung ist in Nordrhein-Westfalen die Überwachungsstelle für barrierefreie Informationstechnik; bei Streit hilft die Ombudsstelle für barrierefreie Informationstechnik.",
          "In North Rhine-Westphalia the Überwachungsstelle für barrierefreie Informationstechnik monitors compliance; the Ombudsstelle für barrierefreie Informationstechnik helps with disputes.",
        )}
      </p>
    </Page>
  );
}
