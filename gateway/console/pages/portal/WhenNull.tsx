import { useSay } from "../Language.ts";
import { useNames } from "../useNames.ts";
import type { Contract, ContractType, Member } from "./Contract.ts";
import { grantText } from "./grantText.ts";
import { inWords } from "./inWords.ts";
import { nullSentences } from "./nullSentences.ts";

interface WhenNullProps {
  readonly contract: Contract;
  readonly type: ContractType;
  readonly member: Member;
  readonly categories: readonly string[];
}

/** When a field is null, or an input refused: by what it is, and under what no rule opens it. */
export function WhenNull({ contract, type, member, categories }: WhenNullProps) {
  const say = useSay();
  const names = useNames();
  const { notes, mutationType } = contract;
  const isOutput = type.fields !== null && type.name !== mutationType;
  if (isOutput && member.type?.kind === "NON_NULL") return <>{say("nie", "never")}</>;
  const told = nullSentences(member.description);
  const own = categories.filter((category) => category !== "INHERIT");
  return (
    <>
      {told.map((sentence) => (
        <p class="kern-body" lang="en" key={sentence}>
          {sentence}
        </p>
      ))}
      {categories.includes("INHERIT") && (
        <p class="kern-body">
          {isOutput
            ? say("Offen wie das Feld, das hierher führt.", "Open like the field that leads here.")
            : say("Offen wie das Feld, zu dem es gehört.", "Open like the field that it belongs to.")}
        </p>
      )}
      {own.map((category) => {
        const grants = notes.grants.filter(
          (grant) => grant.categories.includes(category) && (grant.action === "SEE") === isOutput,
        );
        const usable =
          grants.length > 0 || isOutput ? grants : notes.grants.filter((each) => each.categories.includes(category));
        return (
          <div key={category}>
            <p class="kern-body">
              {isOutput
                ? say(
                    `Zurückgehalten und null, außer die Kategorie ${inWords(category, notes.names, say)} ist offen:`,
                    `Withheld and null, except where the category ${inWords(category, notes.names, say)} is open:`,
                  )
                : say(
                    `Abgelehnt, außer die Kategorie ${inWords(category, notes.names, say)} ist offen:`,
                    `Refused, except where the category ${inWords(category, notes.names, say)} is open:`,
                  )}
            </p>
            <ul>
              {usable.map((grant) => (
                <li key={`${grant.rule} ${grant.unless.join()}`}>
                  {grantText(grant, notes.names, names.purpose, say)} ({grant.rule})
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
