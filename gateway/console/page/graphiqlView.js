import { memoryStorage } from "./memoryStorage.js";

const { React, ReactDOM, GraphiQL } = window;

const greeting = `# Oben Persona, Zweck und Begründung wählen, dann hier abfragen.
# Choose persona, purpose and reason above, then ask here.
`;

/**
 * GraphiQL in an element; every request carries the session's headers.
 *
 * @param onSchemaChange is called when the requester's schema has been read
 */
export function graphiqlView(element, session, onSchemaChange) {
  const root = ReactDOM.createRoot(element);
  const storage = memoryStorage();
  let query = greeting;
  let schema = null;
  let requesterNumber = 0;
  let keepSchema = schemaKeeper();

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
        onEditQuery: show,
        onSchemaChange: keepSchema,
        isHeadersEditorEnabled: false,
        shouldPersistHeaders: false,
        showPersistHeadersSettings: false,
        forcedTheme: "light",
      }),
    );
  }

  /** One function a requester: GraphiQL reads the schema again when it changes, and one read for an earlier requester is late. */
  function schemaKeeper() {
    const requester = requesterNumber;
    return (read) => {
      if (requester !== requesterNumber) return;
      schema = read;
      onSchemaChange();
    };
  }

  /** Puts a query into the editor. */
  function show(text) {
    query = text;
    render();
  }

  /** Drops the schema and the last answer: every requester has a schema of its own. */
  function startAnew() {
    schema = null;
    requesterNumber += 1;
    keepSchema = schemaKeeper();
    render();
  }

  return { show, startAnew, schema: () => schema };
}
