import type { LoggedVersion } from "../../../contracts/LoggedVersion.ts";
import { type Say, useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { ContractReader } from "./ContractReader.tsx";
import { PortalLinks } from "./PortalLinks.tsx";

/** What changed in the contract from release to release. */
export function ChangesPage() {
  const say = useSay();
  return (
    <Page title={say("Änderungen der Schnittstelle", "Changes of the contract")}>
      <SignedIn>
        <PortalLinks />
        <ContractReader>{({ notes }) => <Versions versions={notes.changes} />}</ContractReader>
      </SignedIn>
    </Page>
  );
}

function Versions({ versions }: { readonly versions: readonly LoggedVersion[] }) {
  const say = useSay();
  if (versions.length === 0)
    return (
      <p class="kern-body" role="status">
        {say("Seit der ersten Fassung hat sich nichts geändert.", "Nothing has changed since the first version.")}
      </p>
    );
  return (
    <>
      {versions.map(({ released, changes }) => {
        const title = released ?? say("Mit der nächsten Fassung", "With the next release");
        return (
          <div key={title}>
            <h2 class="kern-title">{title}</h2>
            <DataTable
              caption={title}
              headers={[
                say("Änderung", "Change"),
                say("Für bestehende Abfragen", "For present operations"),
                say("Grund", "Reason"),
              ]}
              rows={changes.map(({ kind, change, reason }) => ({
                key: `${kind} ${change}`,
                cells: [
                  <span key="change" lang="en">
                    {change}
                  </span>,
                  kindText(kind, say),
                  <span key="reason" lang="en">
                    {reason}
                  </span>,
                ],
              }))}
            />
          </div>
        );
      })}
    </>
  );
}

function kindText(kind: LoggedVersion["changes"][number]["kind"], say: Say): string {
  switch (kind) {
    case "BREAKING":
      return say("manche gelten nicht mehr", "some are valid no more");
    case "CAREFUL":
      return say("gültig; Clients können überrascht werden", "valid; clients can be surprised");
    case "ADDED":
      return say("unberührt", "untouched");
  }
}
