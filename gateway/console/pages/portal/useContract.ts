import { useEffect, useState } from "preact/hooks";
import type { ContractNotes } from "../../../contracts/ContractNotes.ts";
import { ask } from "../api/ask.ts";
import { Refusal } from "../api/Refusal.ts";
import { useDesk } from "../Desk.ts";
import type { Session } from "../session/Session.ts";
import type { Contract } from "./Contract.ts";
import { introspection } from "./introspection.ts";

interface Reading {
  readonly contract: Contract | null;
  readonly refusal: Refusal | null;
  readonly again: () => void;
}

/**
 * The contract of whoever is signed in; read once, and kept in memory until they sign out.
 *
 * @param role of the same office whose contract is read instead; empty: one's own
 */
export function useContract(role: string): Reading {
  const { session, drafts } = useDesk();
  const [state, setState] = useState<Omit<Reading, "again">>({ contract: null, refusal: null });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: tries counts how often it is asked for anew
  useEffect(() => {
    if (session === null) return;
    let late = false;
    const key = `contract ${session.name} ${role}`;
    const known = drafts.get(key) as Promise<Contract> | undefined;
    const reading = known ?? read(session, role);
    drafts.set(key, reading);
    reading.then(
      (contract) => late || setState({ contract, refusal: null }),
      (error: unknown) => {
        drafts.delete(key);
        const refusal = error instanceof Refusal ? error : new Refusal(0, "INTERNAL", String(error));
        if (!late) setState({ contract: null, refusal });
      },
    );
    return () => {
      late = true;
    };
  }, [session, role, tries, drafts]);
  return { ...state, again: () => setTries(tries + 1) };
}

/** States nothing: the contract is nobody's data, and its reading is for no case. */
async function read(session: Session, role: string): Promise<Contract> {
  const nothing = { purpose: "", caseRef: "", reason: "" };
  const wanted = { contract: role === "" ? {} : { role } };
  const { data, extensions } = await ask({ session, statement: nothing }, introspection, {}, wanted);
  const { types, queryType, mutationType } = data.__schema;
  return {
    types: types.filter(({ name }) => !name.startsWith("__")).sort((a, b) => a.name.localeCompare(b.name)),
    queryType: queryType.name,
    mutationType: mutationType?.name ?? null,
    notes: extensions.contract as ContractNotes,
  };
}
