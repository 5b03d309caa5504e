import { useMemo, useRef, useState } from "preact/hooks";
import { LocationProvider, Route, Router } from "preact-iso";
import type { PageConfig } from "../pageConfig.ts";
import { Accessibility } from "./about/Accessibility.tsx";
import { Feedback } from "./about/Feedback.tsx";
import { Start } from "./about/Start.tsx";
import { type Desk, DeskContext } from "./Desk.ts";
import { CasePage } from "./desk/CasePage.tsx";
import { DuePage } from "./desk/DuePage.tsx";
import { WorklistPage } from "./desk/WorklistPage.tsx";
import { Frame } from "./Frame.tsx";
import { type Language, LanguageContext } from "./Language.ts";
import { AccessPage } from "./officer/AccessPage.tsx";
import { AccessSearch } from "./officer/AccessSearch.tsx";
import { DraftsPage } from "./officer/DraftsPage.tsx";
import { OrderPage } from "./officer/OrderPage.tsx";
import { RightsPage } from "./officer/RightsPage.tsx";
import { NotFound } from "./parts/NotFound.tsx";
import { ChangesPage } from "./portal/ChangesPage.tsx";
import { ContractPage } from "./portal/ContractPage.tsx";
import { ContractTypePage } from "./portal/ContractTypePage.tsx";
import { UsagePage } from "./portal/UsagePage.tsx";
import { SubjectRightsPage } from "./rights/SubjectRightsPage.tsx";
import type { Session, Statement } from "./session/Session.ts";
import { SignInEnd } from "./session/SignInEnd.tsx";
import { beginSignIn, renewSignIn } from "./session/signIn.ts";

const nothingStated: Statement = { purpose: "", caseRef: "", reason: "" };

/** The console: who is signed in, what is stated, which page is open. All of it in memory. */
export function App({ config }: { readonly config: PageConfig }) {
  const [language, setLanguage] = useState<Language>("de");
  const [session, setSession] = useState<Session | null>(null);
  const [statement, setStatement] = useState(nothingStated);
  const reasons = useRef(new Map<string, string>());
  const drafts = useRef(new Map<string, unknown>());
  document.documentElement.lang = language;

  const desk: Desk = useMemo(() => {
    const begin = (begun: Session) => {
      setSession(begun);
      // Another person does not go on under the first one's reason.
      setStatement((before) =>
        begun.purposes.includes(before.purpose) ? before : { ...nothingStated, purpose: begun.purposes[0] ?? "" },
      );
    };
    return {
      config,
      session,
      statement,
      state: (next) => {
        // The reason is remembered for the case.
        const known = next.caseRef === statement.caseRef ? undefined : reasons.current.get(next.caseRef);
        const stated = known === undefined ? next : { ...next, reason: known };
        reasons.current.set(stated.caseRef, stated.reason);
        setStatement(stated);
      },
      signIn: () => void beginSignIn(config),
      begin,
      renew: async () => begin(await renewSignIn(config)),
      signOut: () => {
        setSession(null);
        setStatement(nothingStated);
        reasons.current.clear();
        drafts.current.clear();
      },
      drafts: drafts.current,
    };
  }, [config, session, statement]);

  return (
    <LanguageContext.Provider value={language}>
      <DeskContext.Provider value={desk}>
        <LocationProvider>
          <Frame language={language} onLanguage={setLanguage}>
            <Router>
              <Route path="/" component={Start} />
              <Route path="/anmeldung" component={SignInEnd} />
              <Route path="/protokoll" component={AccessSearch} />
              <Route path="/protokoll/:id" component={AccessPage} />
              <Route path="/berechtigungen" component={RightsPage} />
              <Route path="/ordnung" component={OrderPage} />
              <Route path="/entwuerfe" component={DraftsPage} />
              <Route path="/arbeitsliste" component={WorklistPage} />
              <Route path="/anstehend" component={DuePage} />
              <Route path="/fall" component={CasePage} />
              <Route path="/vertrag" component={ContractPage} />
              <Route path="/vertrag/:id" component={ContractTypePage} />
              <Route path="/aenderungen" component={ChangesPage} />
              <Route path="/nutzung" component={UsagePage} />
              <Route path="/betroffenenrechte" component={SubjectRightsPage} />
              <Route path="/barrierefreiheit" component={Accessibility} />
              <Route path="/rueckmeldung" component={Feedback} />
              <Route default component={NotFound} />
            </Router>
          </Frame>
        </LocationProvider>
      </DeskContext.Provider>
    </LanguageContext.Provider>
  );
}
