import { useSay } from "../Language.ts";
import { Facts } from "../parts/Facts.tsx";
import type { Contract, ContractType, Member } from "./Contract.ts";
import { inWords } from "./inWords.ts";
import { namedType } from "./namedType.ts";
import { termsOf } from "./termsOf.ts";
import { typeText } from "./typeText.ts";
import { WhenNull } from "./WhenNull.tsx";

interface MemberEntryProps {
  readonly contract: Contract;
  readonly type: ContractType;
  readonly member: Member;
}

/** A field, input field or value, with all that a client has to know of it. */
export function MemberEntry({ contract, type, member }: MemberEntryProps) {
  const say = useSay();
  const { names, categories } = contract.notes;
  const { german, norms } = termsOf(member.description);
  const carried = categories[`${type.name}.${member.name}`] ?? [];
  const called = (of: readonly string[]) => of.map((each) => `${inWords(each, names, say)} (${each})`).join(", ");
  return (
    <section class="member" aria-labelledby={member.name}>
      <h2 class="kern-title kern-title--small" id={member.name} tabIndex={-1}>
        {member.name}
      </h2>
      <p class="kern-body" lang="en">
        {member.description}
      </p>
      <Facts
        entries={[
          [say("Typ", "Type"), member.type && <TypeLink contract={contract} of={member.type} />],
          [
            say("Begriff", "German term"),
            german === null ? null : (
              <span key="german" lang="de">
                {german}
              </span>
            ),
          ],
          [say("Norm", "Norm"), norms.join("; ")],
          [say("Kategorie", "Category"), called(carried)],
          [
            type.fields === null ? say("Zugelassen", "Allowed") : say("Null", "Null"),
            type.enumValues === null || carried.length > 0 ? (
              <WhenNull key="null" contract={contract} type={type} member={member} categories={carried} />
            ) : null,
          ],
        ]}
      />
      {(member.args ?? []).length > 0 && (
        <>
          <h3 class="kern-label">{say("Argumente", "Arguments")}</h3>
          <ul>
            {member.args?.map((argument) => (
              <li key={argument.name}>
                <code>{argument.name}</code>
                {argument.type && (
                  <>
                    : <TypeLink contract={contract} of={argument.type} />
                  </>
                )}
                {argument.defaultValue != null && <code> = {argument.defaultValue}</code>}{" "}
                <span lang="en">{argument.description}</span>{" "}
                {called(
                  (categories[`${type.name}.${member.name}(${argument.name}:)`] ?? []).filter(
                    (each) => each !== "INHERIT",
                  ),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function TypeLink({ contract, of }: { readonly contract: Contract; readonly of: NonNullable<Member["type"]> }) {
  const name = namedType(of);
  const text = <code>{typeText(of)}</code>;
  return contract.types.some((type) => type.name === name) ? (
    <a class="kern-link" href={`/vertrag/${name}`}>
      {text}
    </a>
  ) : (
    text
  );
}
