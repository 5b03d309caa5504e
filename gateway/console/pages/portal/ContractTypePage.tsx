import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import { useSay } from "../Language.ts";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { CategoryTable } from "./CategoryTable.tsx";
import type { Contract, ContractType } from "./Contract.ts";
import { ContractReader } from "./ContractReader.tsx";
import { MemberEntry } from "./MemberEntry.tsx";
import { membersOf } from "./membersOf.ts";
import { PortalLinks } from "./PortalLinks.tsx";
import { TermFacts } from "./TermFacts.tsx";

/** One type of the contract: its fields, each with term, norm, category and when it is null. */
export function ContractTypePage() {
  const say = useSay();
  const { params } = useRoute();
  const name = params.id ?? "";
  return (
    <Page title={`${say("Typ", "Type")} ${name}`}>
      <SignedIn>
        <PortalLinks />
        <ContractReader>
          {(contract) => {
            const type = contract.types.find((each) => each.name === name);
            return type === undefined ? (
              <p class="kern-body" role="status">
                {say("Diesen Typ gibt es in diesem Vertrag nicht.", "There is no such type in this contract.")}
              </p>
            ) : (
              <TypeEntries contract={contract} type={type} />
            );
          }}
        </ContractReader>
      </SignedIn>
    </Page>
  );
}

function TypeEntries({ contract, type }: { readonly contract: Contract; readonly type: ContractType }) {
  const say = useSay();
  // The router goes to the page; where on it, the address says.
  useEffect(() => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    place?.scrollIntoView();
    place?.focus();
  }, []);
  const members = membersOf(type);
  const categories = new Set(
    members.flatMap(({ name, args = [] }) => [
      ...(contract.notes.categories[`${type.name}.${name}`] ?? []),
      ...args.flatMap((argument) => contract.notes.categories[`${type.name}.${name}(${argument.name}:)`] ?? []),
    ]),
  );
  return (
    <>
      <p class="kern-body" lang="en">
        {type.description}
      </p>
      <TermFacts description={type.description} />
      {members.map((member) => (
        <MemberEntry key={member.name} contract={contract} type={type} member={member} />
      ))}
      {categories.size > 0 && (
        <>
          <h2 class="kern-title">{say("Kategorien auf dieser Seite", "Categories on this page")}</h2>
          <CategoryTable notes={contract.notes} categories={[...categories].sort()} />
        </>
      )}
    </>
  );
}
