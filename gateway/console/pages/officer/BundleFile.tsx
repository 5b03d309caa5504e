import { type AccessRecordFilter, ExportDocument } from "../../operations/data-protection/accesses.ts";
import { useDoing } from "../api/useDoing.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";
import { saveFile } from "../parts/saveFile.ts";

interface BundleFileProps {
  readonly filter: AccessRecordFilter;
  readonly after: string | null;
}

/** Saves the accesses that are shown as a bundle: each with its proof, for whoever has the log's key. The export is on record itself. */
export function BundleFile({ filter, after }: BundleFileProps) {
  const say = useSay();
  const doing = useDoing(ExportDocument, ({ data }) => {
    const bundle = data.accessExport?.bundle;
    if (bundle) saveFile("zugriffe-buendel.jsonl", "application/jsonl", bundle);
  });
  return (
    <>
      <Action kind="secondary" disabled={doing.waiting} onClick={() => doing.run({ filter, after })}>
        {say("Als Bündel mit Nachweisen ausleiten", "Export as a bundle with proofs")}
      </Action>
      {doing.refusal !== null && <Failure refusal={doing.refusal} retry={doing.again} />}
    </>
  );
}
