import { useSay } from "../Language.ts";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useDraft } from "../session/useDraft.ts";
import type { Contract, ContractType } from "./Contract.ts";
import { ContractHits } from "./ContractHits.tsx";
import { ContractReader } from "./ContractReader.tsx";
import { membersOf } from "./membersOf.ts";
import { PortalLinks } from "./PortalLinks.tsx";
import { termsOf } from "./termsOf.ts";

/** The contract of one's office: what can be asked, searched by name, German term, norm or category. */
export function ContractPage() {
  const say = useSay();
  return (
    <Page title={say("Schnittstelle meiner Stelle", "My office’s contract")}>
      <SignedIn>
        <PortalLinks />
        <ContractReader>{(contract) => <Overview contract={contract} />}</ContractReader>
      </SignedIn>
    </Page>
  );
}

function Overview({ contract }: { readonly contract: Contract }) {
  const say = useSay();
  const [search, setSearch] = useDraft("contract-search", "");
  const roots = [contract.queryType, contract.mutationType];
  const others = contract.types.filter(({ name }) => !roots.includes(name));
  const of = (...kinds: readonly string[]) => others.filter(({ kind }) => kinds.includes(kind));
  const root = (name: string | null) => contract.types.find((type) => type.name === name);
  return (
    <>
      <div class="criteria">
        <TextField
          label={say("Suchen", "Search")}
          hint={say(
            "Name, deutscher Begriff, Norm oder Kategorie, zum Beispiel Duldung oder § 60a",
            "Name, German term, norm or category, for example toleration or § 60a",
          )}
          value={search}
          maxLength={80}
          onInput={setSearch}
        />
      </div>
      {search.trim() !== "" ? (
        <ContractHits contract={contract} search={search.trim()} />
      ) : (
        <>
          <Roots title={say("Abfragen", "Queries")} type={root(contract.queryType)} />
          <Roots title={say("Änderungen", "Mutations")} type={root(contract.mutationType)} />
          <Types title={say("Typen", "Types")} types={of("OBJECT", "INTERFACE", "UNION")} />
          <Types title={say("Eingaben", "Inputs")} types={of("INPUT_OBJECT")} />
          <Types title={say("Aufzählungen", "Enumerations")} types={of("ENUM")} />
          <Types title={say("Skalare", "Scalars")} types={of("SCALAR")} />
        </>
      )}
    </>
  );
}

function Roots({ title, type }: { readonly title: string; readonly type: ContractType | undefined }) {
  if (type === undefined) return null;
  return (
    <>
      <h2 class="kern-title">{title}</h2>
      <ul class="names">
        {membersOf(type).map(({ name, description }) => (
          <Named key={name} href={`/vertrag/${type.name}#${name}`} name={name} description={description} />
        ))}
      </ul>
    </>
  );
}

function Types({ title, types }: { readonly title: string; readonly types: readonly ContractType[] }) {
  if (types.length === 0) return null;
  return (
    <>
      <h2 class="kern-title">{title}</h2>
      <ul class="names">
        {types.map(({ name, description }) => (
          <Named key={name} href={`/vertrag/${name}`} name={name} description={description} />
        ))}
      </ul>
    </>
  );
}

interface NamedProps {
  readonly href: string;
  readonly name: string;
  readonly description: string | null;
}

function Named({ href, name, description }: NamedProps) {
  const { german } = termsOf(description);
  return (
    <li>
      <a class="kern-link" href={href}>
        {name}
      </a>{" "}
      {german !== null && <span lang="de">{german}</span>}
    </li>
  );
}
