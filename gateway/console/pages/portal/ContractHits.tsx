import { useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import type { Contract } from "./Contract.ts";
import { inWords } from "./inWords.ts";
import { searchContract } from "./searchContract.ts";
import { termsOf } from "./termsOf.ts";

const hitsShownMax = 200;

/** What a search found. */
export function ContractHits({ contract, search }: { readonly contract: Contract; readonly search: string }) {
  const say = useSay();
  const hits = searchContract(contract, search);
  const shown = hits.slice(0, hitsShownMax);
  return (
    <>
      <p class="kern-body" role="status">
        {hits.length > shown.length
          ? say(
              `${hits.length} Treffer, die ersten ${shown.length}:`,
              `${hits.length} found, the first ${shown.length}:`,
            )
          : say(`${hits.length} Treffer`, `${hits.length} found`)}
      </p>
      {shown.length > 0 && (
        <DataTable
          caption={say("Treffer", "Found")}
          headers={[
            say("Name", "Name"),
            say("Begriff", "German term"),
            say("Norm", "Norm"),
            say("Kategorie", "Category"),
          ]}
          rows={shown.map(({ type, member, description, categories }) => {
            const { german, norms } = termsOf(description);
            return {
              key: `${type}.${member}`,
              cells: [
                <a
                  class="kern-link"
                  key="link"
                  href={member === null ? `/vertrag/${type}` : `/vertrag/${type}#${member}`}
                >
                  {member === null ? type : `${type}.${member}`}
                </a>,
                <span key="german" lang="de">
                  {german}
                </span>,
                norms.join("; "),
                categories.map((category) => inWords(category, contract.notes.names, say)).join(", "),
              ],
            };
          })}
        />
      )}
    </>
  );
}
