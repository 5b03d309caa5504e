import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { useNames } from "../useNames.ts";
import { Choice } from "./Choice.tsx";
import { TextField } from "./TextField.tsx";

/** Purpose, case and reason of the work at hand: always visible, and sent with each request. */
export function StatementBar() {
  const say = useSay();
  const { config, session, statement, state } = useDesk();
  const names = useNames();
  if (session === null) return null;
  const allowed = config.purposes.filter(({ id }) => session.purposes.includes(id));
  const caseless = allowed.find(({ id }) => id === statement.purpose)?.caseless ?? true;
  return (
    <section class="statement" aria-label={say("Zweck und Begründung", "Purpose and reason")}>
      <Choice
        label={say("Zweck", "Purpose")}
        value={statement.purpose}
        options={allowed.map(({ id }) => [id, names.purpose(id)] as const)}
        onChange={(purpose) => state({ ...statement, purpose })}
      />
      {!caseless && (
        <TextField
          label={say("Fall oder Aktenzeichen", "Case or file reference")}
          value={statement.caseRef}
          maxLength={64}
          onInput={(caseRef) => state({ ...statement, caseRef })}
        />
      )}
      <TextField
        label={say("Begründung", "Reason")}
        value={statement.reason}
        maxLength={500}
        error={statement.reason.trim() === "" ? say("Geben Sie an, wofür Sie fragen.", "Say what you ask for.") : null}
        onInput={(reason) => state({ ...statement, reason })}
      />
    </section>
  );
}
