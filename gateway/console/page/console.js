import { exampleQueries } from "./exampleQueries.js";
import { memoryStorage } from "./memoryStorage.js";
import { Session } from "./Session.js";

const { React, ReactDOM, GraphiQL } = window;
const byId = (id) => document.getElementById(id);

const sampleReason = "Prüfung im Rahmen der Demonstration";
const greeting = `# Oben Persona, Zweck und Begründung wählen, dann hier abfragen.
# Choose persona, purpose and reason above, then ask here.
`;

const session = new Session();
const storage = memoryStorage();
const root = ReactDOM.createRoot(byId("graphiql"));
let query = greeting;
/** Counts up when GraphiQL must ask for the schema again: every requester has a schema of its own. */
let requesterNumber = 0;

async function fetcher(body) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...(await session.headers()) },
    body: JSON.stringify(body),
  });
  return response.json();
}

function render() {
  root.render(
    React.createElement(GraphiQL, {
      key: requesterNumber,
      fetcher,
      storage,
      query,
      onEditQuery(edited) {
        query = edited;
        render();
      },
      isHeadersEditorEnabled: false,
      shouldPersistHeaders: false,
      showPersistHeadersSettings: false,
      forcedTheme: "light",
    }),
  );
}

function fill(select, options) {
  select.replaceChildren(...options.map(({ value, text }) => new Option(text, value)));
  select.disabled = options.length === 0;
}

function offerExamples() {
  const offered = exampleQueries.filter(({ purposes }) => purposes.includes(session.purpose));
  fill(byId("example"), [
    { value: "", text: offered.length === 0 ? "keine zu diesem Zweck / none" : "auswählen / choose" },
    ...offered.map(({ name, german, english }) => ({ value: name, text: `${german} / ${english}` })),
  ]);
}

function statePurpose(purpose) {
  session.purpose = purpose;
  offerExamples();
  requesterNumber += 1;
  render();
}

/** Shows the purposes of whoever asks now and states the first of them. */
function offerPurposes() {
  const { purposes } = session;
  const options = purposes.map((purpose) => ({ value: purpose, text: purpose }));
  fill(byId("purpose"), options.length > 0 ? options : [{ value: "", text: "keiner / none" }]);
  statePurpose(purposes[0] ?? "");
}

function stateCase(caseRef) {
  session.caseRef = caseRef;
  byId("case").value = caseRef;
}

function stateReason(reason) {
  session.reason = reason;
  byId("reason").value = reason;
}

function choosePersona(persona) {
  session.becomePersona(persona);
  stateCase(persona.exampleCase ?? "");
  byId("notice").textContent = `${persona.description.de} / ${persona.description.en}`;
  offerPurposes();
}

async function offerPersonas() {
  const response = await fetch("/issuer/personas");
  const personas = await response.json();
  fill(
    byId("persona"),
    personas.map(({ name }) => ({ value: name, text: name })),
  );
  byId("persona").addEventListener("change", ({ target }) =>
    choosePersona(personas.find(({ name }) => name === target.value)),
  );
  stateReason(sampleReason);
  choosePersona(personas[0]);
}

function acceptToken() {
  byId("token").addEventListener("change", ({ target }) => {
    session.takeToken(target.value);
    offerPurposes();
  });
  byId("notice").textContent = "Bitte ein Zugriffstoken einfügen. / Please paste an access token.";
  offerPurposes();
}

byId("access").addEventListener("submit", (event) => event.preventDefault());
byId("purpose").addEventListener("change", ({ target }) => statePurpose(target.value));
byId("case").addEventListener("input", ({ target }) => {
  session.caseRef = target.value;
});
byId("reason").addEventListener("input", ({ target }) => {
  session.reason = target.value;
});
byId("example").addEventListener("change", ({ target }) => {
  const chosen = exampleQueries.find(({ name }) => name === target.value);
  if (chosen === undefined) return;
  query = chosen.query;
  render();
});

const signIn = document.documentElement.dataset.signIn;
for (const entry of document.querySelectorAll("[data-for]")) entry.hidden = entry.dataset.for !== signIn;
if (signIn === "persona") {
  offerPersonas().catch(() => {
    byId("notice").textContent = "Der Server antwortet nicht. / The server does not answer.";
  });
} else {
  acceptToken();
}
