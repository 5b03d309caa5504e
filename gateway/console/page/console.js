import { graphiqlView } from "./graphiqlView.js";
import { offeredExamples } from "./offeredExamples.js";
import { Session } from "./Session.js";

const byId = (id) => document.getElementById(id);
const sampleReason = "Prüfung im Rahmen der Demonstration";

const session = new Session();
const view = graphiqlView(byId("graphiql"), session, offerExamples);
let purposesById = new Map();

async function read(path) {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function fill(select, options) {
  select.replaceChildren(...options.map(({ value, text }) => new Option(text, value)));
  select.disabled = options.length === 0;
}

function offerExamples() {
  const offered = offeredExamples(session.purpose, view.schema());
  fill(byId("example"), [
    { value: "", text: offered.length === 0 ? "keine / none" : "auswählen / choose" },
    ...offered.map(({ query, german, english }) => ({ value: query, text: `${german} / ${english}` })),
  ]);
}

/** States a purpose. A caseless one starts without a case, which would narrow it; any other with the example. */
function statePurpose(id) {
  session.purpose = id;
  const caseless = purposesById.get(id)?.caseless ?? false;
  if (caseless) stateCase("");
  else if (session.caseRef === "") stateCase(session.persona?.exampleCase ?? "");
  offerExamples();
}

/** Somebody else asks from here on: offers the purposes, states the first, and has the schema read anew. */
function changeRequester() {
  const { purposes } = session;
  const options = purposes.map((id) => ({ value: id, text: purposeName(id) }));
  fill(byId("purpose"), options.length > 0 ? options : [{ value: "", text: "keiner / none" }]);
  view.startAnew();
  stateCase("");
  statePurpose(purposes[0] ?? "");
}

function purposeName(id) {
  const purpose = purposesById.get(id);
  return purpose === undefined ? id : `${purpose.german} (${id})`;
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
  byId("notice").textContent = `${persona.description.de} / ${persona.description.en}`;
  changeRequester();
}

async function offerPersonas() {
  const personas = await read("/issuer/personas");
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
    changeRequester();
  });
  byId("notice").textContent = "Bitte ein Zugriffstoken einfügen. / Please paste an access token.";
  changeRequester();
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
  if (target.value !== "") view.show(target.value);
});

async function start() {
  const { signIn } = document.documentElement.dataset;
  for (const entry of document.querySelectorAll("[data-for]")) entry.hidden = entry.dataset.for !== signIn;
  purposesById = new Map((await read("/graphiql/purposes")).map((purpose) => [purpose.id, purpose]));
  if (signIn === "persona") await offerPersonas();
  else acceptToken();
}

start().catch(() => {
  byId("notice").textContent = "Der Server antwortet nicht. / The server does not answer.";
});
