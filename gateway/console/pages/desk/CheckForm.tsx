import { useState } from "preact/hooks";
import { CheckProposalDocument, type ProposalPart } from "../../operations/rrk-caseworker/proposal.ts";
import { useDoing } from "../api/useDoing.ts";
import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { Failure } from "../parts/Failure.tsx";
import { texts, wordsFor } from "./texts.ts";

/** Before anybody decides, somebody finds the proposal complete. What is missing is told by the answer. */
export function CheckForm({ caseRef, onDone }: { readonly caseRef: string; readonly onDone: () => void }) {
  const say = useSay();
  const [present, setPresent] = useState<readonly ProposalPart[]>([]);
  const doing = useDoing(CheckProposalDocument, onDone);
  const toggle = (part: ProposalPart) =>
    setPresent(present.includes(part) ? present.filter((each) => each !== part) : [...present, part]);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        doing.run({ input: { caseRef, present: [...present] } });
      }}
    >
      <fieldset class="kern-fieldset">
        <legend class="kern-label">{say("Vollständigkeit des Vorschlags", "Completeness of the proposal")}</legend>
        <div class="kern-fieldset__body">
          {(Object.keys(texts.proposalParts) as ProposalPart[]).map((part) => (
            <div class="kern-form-check" key={part}>
              <input
                class="kern-form-check__checkbox"
                type="checkbox"
                id={`check-${part}`}
                checked={present.includes(part)}
                onChange={() => toggle(part)}
              />
              <label class="kern-label" for={`check-${part}`}>
                {wordsFor(texts.proposalParts, part, say)}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <Action disabled={doing.waiting}>{say("Vollständigkeit feststellen", "Find complete")}</Action>
      {doing.refusal !== null && <Failure refusal={doing.refusal} retry={doing.again} />}
    </form>
  );
}
