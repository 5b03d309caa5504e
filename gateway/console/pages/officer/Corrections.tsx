import { type CorrectionKind, CorrectionsDocument } from "../../operations/data-protection/order.ts";
import { type Say, useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { DataTable } from "../parts/DataTable.tsx";
import { instant } from "../parts/instant.ts";
import { Question } from "./Question.tsx";
import { useQuestion } from "./useQuestion.ts";

/** Correction notices that offices have not acknowledged yet. */
export function Corrections() {
  const say = useSay();
  const asking = useQuestion(CorrectionsDocument);
  const page = asking.answer?.data.outstandingCorrections;
  const notices = (page?.edges ?? []).flatMap(({ node }) => node ?? []);
  const next = page?.pageInfo?.hasNextPage ? page.pageInfo.endCursor : null;
  return (
    <Question
      id="corrections"
      title={say("Offene Berichtigungsmitteilungen", "Corrections outstanding")}
      ask={say("Offene zeigen", "Show the outstanding")}
      complete
      onAsk={() => asking.ask({ after: null })}
      asking={asking}
      fields={() => null}
    >
      {page && <p class="kern-body">{say(`${page.totalCount} sind offen.`, `${page.totalCount} are outstanding.`)}</p>}
      {notices.length > 0 && (
        <DataTable
          caption={say("Offene Mitteilungen, älteste zuerst", "Outstanding notices, eldest first")}
          headers={[
            say("Seit", "Since"),
            say("Stelle", "Office"),
            say("Was geschah", "What happened"),
            say("Tatsache", "Fact"),
            say("Fassung", "Version"),
          ]}
          rows={notices.map(({ id, at, office, kind, fact, version }) => ({
            key: id,
            cells: [instant(at), office?.name, kindText(kind, say), fact, version],
          }))}
        />
      )}
      {next !== null && (
        <Action kind="secondary" onClick={() => asking.ask({ after: next })}>
          {say("Weitere", "More")}
        </Action>
      )}
    </Question>
  );
}

function kindText(kind: CorrectionKind | null, say: Say): string {
  switch (kind) {
    case "CORRECTED":
      return say("berichtigt", "corrected");
    case "RESTRICTED":
      return say("eingeschränkt", "restricted");
    case "ERASED":
      return say("gelöscht", "erased");
    default:
      return "";
  }
}
