import type { ComponentChildren } from "preact";
import { useDesk } from "../Desk.ts";
import { useSay } from "../Language.ts";
import { Choice } from "../parts/Choice.tsx";
import { Facts } from "../parts/Facts.tsx";
import { Failure } from "../parts/Failure.tsx";
import { useDraft } from "../session/useDraft.ts";
import { useNames } from "../useNames.ts";
import type { Contract } from "./Contract.ts";
import { useContract } from "./useContract.ts";

/** Reads the contract and says whose it is; who builds a front-end chooses whose of the office's it shall be. */
export function ContractReader({ children }: { readonly children: (contract: Contract) => ComponentChildren }) {
  const say = useSay();
  const names = useNames();
  const { config, session } = useDesk();
  const [role, setRole] = useDraft("contract-role", "");
  const { contract, refusal, again } = useContract(role);
  if (session === null) return null;
  const builds = session.purposes.includes("INTERFACE_DEVELOPMENT");
  const roles = Object.keys(config.contracts).flatMap((reader) => {
    const [office = "", each = ""] = reader.split(" ");
    return office === session.office || office === config.kinds[session.office] ? [each] : [];
  });
  return (
    <>
      {builds && (
        <div class="criteria">
          <Choice
            label={say("Vertrag der Rolle", "Contract of the role")}
            value={role}
            onChange={setRole}
            options={[
              ["", names.role(session.role)],
              ...[...new Set(roles)]
                .filter((each) => each !== session.role)
                .map((each) => [each, names.role(each)] as const),
            ]}
          />
        </div>
      )}
      {refusal !== null && <Failure refusal={refusal} retry={again} />}
      {contract === null && refusal === null && (
        <p class="kern-body" role="status">
          {say("Wird geladen …", "Loading …")}
        </p>
      )}
      {contract !== null && (
        <>
          <Facts
            entries={[
              [
                say("Gilt für", "Holds for"),
                `${names.office(contract.notes.office)} · ${names.role(contract.notes.role)}`,
              ],
              [say("Zwecke", "Purposes"), contract.notes.purposes.map(names.purpose).join(", ")],
              [
                say("Datei", "File"),
                contract.notes.name === null ? null : (
                  <code key="file">schema/contracts/{contract.notes.name}.graphql</code>
                ),
              ],
            ]}
          />
          {children(contract)}
        </>
      )}
    </>
  );
}
