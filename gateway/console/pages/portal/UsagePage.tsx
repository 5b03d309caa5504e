import { useState } from "preact/hooks";
import { InterfaceUsageDocument, type InterfaceUsageQuery } from "../../operations/abh-developer/usage.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Choice } from "../parts/Choice.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import { PortalLinks } from "./PortalLinks.tsx";

type Use = NonNullable<NonNullable<InterfaceUsageQuery["interfaceUsage"]>[number]>;

const rowsShown = 200;

/** How often which program asked which field, counted without persons. */
export function UsagePage() {
  const say = useSay();
  return (
    <Page title={say("Nutzung der Felder", "Usage of fields")}>
      <SignedIn purpose="INTERFACE_DEVELOPMENT">
        <PortalLinks />
        <p class="kern-body">
          {say(
            "Gezählt wird je Vertrag, Feld, Anwendung und Tag, ohne Personen und nicht aus dem Protokoll. Angezeigt wird, was mindestens fünf Personen abgefragt haben; was fehlt, kann also genutzt werden. Ein Tag wird gezeigt, sobald er vorbei ist.",
            "Counted by contract, field, program and day, without persons and not from the access log. Shown is what five persons or more asked for; what is missing may be in use all the same. A day is shown once it is over.",
          )}
        </p>
        <Usage />
      </SignedIn>
    </Page>
  );
}

function Usage() {
  const say = useSay();
  const { statement } = useDesk();
  const [day, setDay] = useDraft("usage-day", yesterday());
  const [asked, setAsked] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const asking = useAnswer(InterfaceUsageDocument, asked === null ? null : { day: asked });
  const dayError = checked && day === "" ? say("Wählen Sie einen Tag.", "Choose a day.") : null;
  const reasonMissing = checked && statement.reason.trim() === "";
  const uses = (asking.answer?.data.interfaceUsage ?? []).filter((use) => use !== null);
  return (
    <>
      <form
        class="criteria"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (day === "" || statement.reason.trim() === "") return;
          if (asked === day) asking.again();
          setAsked(day);
        }}
      >
        <TextField label={say("Tag", "Day")} value={day} onInput={setDay} day error={dayError} />
        <div class="actions">
          <Action>{say("Nutzung zeigen", "Show usage")}</Action>
        </div>
      </form>
      {reasonMissing && (
        <p class="kern-body" role="alert">
          {say(
            "Geben Sie oben eine Begründung an: Sie steht mit der Abfrage im Protokoll.",
            "State a reason above: it goes on record with the request.",
          )}
        </p>
      )}
      <div aria-live="polite" aria-busy={asking.waiting}>
        {asking.waiting && <p class="kern-body">{say("Wird geladen …", "Loading …")}</p>}
        {asking.refusal !== null && <Failure refusal={asking.refusal} retry={asking.again} />}
        {asking.answer && <Uses uses={uses} day={asked ?? ""} />}
      </div>
    </>
  );
}

function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
}

function Uses({ uses, day }: { readonly uses: readonly Use[]; readonly day: string }) {
  const say = useSay();
  const [contract, setContract] = useDraft("usage-contract", "");
  const [client, setClient] = useDraft("usage-client", "");
  if (uses.length === 0)
    return (
      <p class="kern-body">
        {say(
          `Für den ${day} ist nichts anzuzeigen: Der Tag ist noch nicht vorbei, oder kein Feld haben fünf Personen mit derselben Anwendung abgefragt.`,
          `There is nothing to show for ${day}: the day is not over, or no field was asked for by five persons with the same program.`,
        )}
      </p>
    );
  const any = say("alle", "any");
  const choices = (of: readonly (string | null)[]) => [
    ["", any] as const,
    ...[...new Set(of)].flatMap((each) => (each === null ? [] : [[each, each] as const])),
  ];
  const fitting = uses
    .filter((use) => [use.contract, ""].includes(contract) && [use.client, ""].includes(client))
    .toSorted((a, b) => (b.operations ?? 0) - (a.operations ?? 0));
  return (
    <>
      <div class="criteria">
        <Choice
          label={say("Vertrag", "Contract")}
          value={contract}
          onChange={setContract}
          options={choices(uses.map((use) => use.contract))}
        />
        <Choice
          label={say("Anwendung", "Program")}
          value={client}
          onChange={setClient}
          options={choices(uses.map((use) => use.client))}
        />
      </div>
      <p class="kern-body" role="status">
        {fitting.length > rowsShown
          ? say(`${fitting.length} Zeilen, die ersten ${rowsShown}:`, `${fitting.length} rows, the first ${rowsShown}:`)
          : say(`${fitting.length} Zeilen`, `${fitting.length} rows`)}
      </p>
      <DataTable
        caption={say(`Nutzung am ${day}`, `Usage on ${day}`)}
        headers={[
          say("Feld", "Field"),
          say("Abfragen", "Operations"),
          say("Anwendung", "Program"),
          say("Vertrag", "Contract"),
        ]}
        rows={fitting.slice(0, rowsShown).map((use) => ({
          key: `${use.contract} ${use.client} ${use.coordinate}`,
          cells: [use.coordinate, use.operations, use.client, use.contract],
        }))}
      />
    </>
  );
}
