import {
  CaseAssessmentDocument,
  type CaseAssessmentQuery,
  type PointFragment,
} from "../../operations/rrk-muenster-caseworker/assessment.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { useDesk } from "../Desk.ts";
import { type Say, useSay } from "../Language.ts";
import { DataTable } from "../parts/DataTable.tsx";
import { Facts } from "../parts/Facts.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Notice } from "../parts/Notice.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import { OwnEstimateForm } from "./OwnEstimateForm.tsx";
import { texts, wordsFor } from "./texts.ts";

type Assessment = NonNullable<NonNullable<NonNullable<CaseAssessmentQuery["case"]>["person"]>["assessment"]>;

interface PanelProps {
  readonly caseRef: string;
  readonly state: string | null;
  readonly onDone: () => void;
}

/** The assessment: reasons before points, reasons and counter-reasons side by side, then the decision of a person. */
export function AssessmentPanel({ caseRef, state, onDone }: PanelProps) {
  const say = useSay();
  const { config } = useDesk();
  const asking = useAnswer(CaseAssessmentDocument, { caseRef });
  const heading = <h2 class="kern-title">{say("Bewertung (IRIS)", "Assessment (IRIS)")}</h2>;
  if (asking.refusal !== null)
    return (
      <>
        {heading}
        <Failure refusal={asking.refusal} retry={asking.again} />
      </>
    );
  if (asking.answer === null)
    return (
      <>
        {heading}
        <p class="kern-body" role="status">
          {say("Wird geladen …", "Loading …")}
        </p>
      </>
    );
  const { data, withheld, faults } = asking.answer;
  const assessment = data.case?.person?.assessment ?? null;
  const closed = faults.find(({ code, path }) => code === "CONFLICT" && path.at(-1) === "assessment");
  const held = withheld.find(({ coordinate }) => coordinate === "Person.assessment");
  const again = () => {
    asking.again();
    onDone();
  };
  return (
    <section>
      {heading}
      {data.catalogue?.notice && (
        <Notice kind="warning" title={say("Demonstration", "Demonstration")}>
          <p class="kern-body">{data.catalogue.notice}</p>
        </Notice>
      )}
      {closed !== undefined && <OwnEstimateForm caseRef={caseRef} onDone={again} />}
      {held !== undefined && (
        <p class="kern-body">
          {say("Zurückgehalten für diesen Zweck: ", "Withheld for this purpose: ")}
          {config.categories[held.category] ?? held.category}
        </p>
      )}
      {closed === undefined && held === undefined && assessment === null && (
        <p class="kern-body">{faults[0]?.message ?? say("Es liegt keine vor.", "There is none.")}</p>
      )}
      {assessment !== null && <Explained assessment={assessment} />}
      {closed === undefined && (
        <DecisionForm
          caseRef={caseRef}
          state={state}
          seal={assessment?.seal ?? null}
          recorded={data.case?.recordedAssessments ?? []}
          onDone={again}
        />
      )}
    </section>
  );
}

function Explained({ assessment }: { readonly assessment: Assessment }) {
  const say = useSay();
  return (
    <>
      <p class="kern-body">
        <strong>
          {wordsFor(texts.bands, assessment.band, say) || wordsFor(texts.assessmentStates, assessment.state, say)}
        </strong>
        {". "}
        {say(
          "Das Band ordnet, wer zuerst angesehen wird. Es entscheidet nichts.",
          "The band orders who is looked at first. It decides nothing.",
        )}
      </p>
      <div class="sides">
        <Points title={say("Dafür spricht", "Reasons for")} points={assessment.reasons} say={say} />
        <Points title={say("Dagegen spricht", "Reasons against")} points={assessment.counterReasons} say={say} />
      </div>
      <h3 class="kern-title kern-title--small">{say("Was das Band ändern würde", "What would change the band")}</h3>
      <ul class="kern-list">
        {(assessment.counterfactuals ?? []).map((each) => (
          <li key={each.changes?.map(({ fact, to }) => `${fact}${to}`).join()}>
            {(each.changes ?? []).map(({ fact, from, to }) => `${fact}: ${from ?? "?"} → ${to}`).join("; ")} ⇒{" "}
            {wordsFor(texts.bands, each.band, say)}
          </li>
        ))}
        {(assessment.counterfactuals ?? []).length === 0 && (
          <li>{say("keine einzelne Änderung", "no single change")}</li>
        )}
      </ul>
      <h3 class="kern-title kern-title--small">{say("Was fehlt", "What is missing")}</h3>
      <ul class="kern-list">
        {(assessment.missing ?? []).map((each) => (
          <li key={`${each.criterion?.id}-${each.fact}`}>
            {say(each.criterion?.question ?? "", each.criterion?.questionEnglish ?? "")} {each.fact}:{" "}
            {wordsFor(texts.missing, each.reason, say)}
            {(each.outcomes ?? []).length > 0 &&
              `; ${say("möglich wären", "possible would be")}: ${each.outcomes?.map(({ band, state }) => wordsFor(texts.bands, band, say) || wordsFor(texts.assessmentStates, state, say)).join(", ")}`}
          </li>
        ))}
        {(assessment.missing ?? []).length === 0 && <li>{say("nichts", "nothing")}</li>}
      </ul>
      <Facts
        entries={[
          [
            say("Geschlossene Vorprüfungen", "Closed gates"),
            (assessment.gates ?? [])
              .filter(({ closed }) => closed)
              .map(({ question, norm }) => `${question} ${norm}`)
              .join("; ") || say("keine", "none"),
          ],
          [
            say("Bekanntes Gewicht", "Known weight"),
            assessment.knownWeightPercent === null ? null : `${assessment.knownWeightPercent} %`,
          ],
          [say("Älteste Tatsache", "Oldest fact"), assessment.oldestFactOn],
          [say("Gilt bis", "Expires"), assessment.expiresOn],
          [say("Katalog", "Catalogue"), assessment.catalogueVersion],
          [say("Prüfsumme der Eingaben", "Hash of the inputs"), assessment.inputsHash],
        ]}
      />
    </>
  );
}

/** Contributions as bars beside their words: the bar repeats the number, so that it is never alone. */
function Points({
  title,
  points,
  say,
}: {
  readonly title: string;
  readonly points: readonly PointFragment[] | null;
  readonly say: Say;
}) {
  const most = Math.max(1, ...(points ?? []).map((each) => Math.abs(each.points ?? 0)));
  return (
    <div>
      <h3 class="kern-title kern-title--small">{title}</h3>
      {(points ?? []).length === 0 ? (
        <p class="kern-body">{say("nichts", "nothing")}</p>
      ) : (
        <DataTable
          caption={title}
          headers={[say("Befund", "Finding"), say("Achse", "Axis"), say("Punkte", "Points"), say("Norm", "Norm")]}
          rows={(points ?? []).map((each) => ({
            key: each.criterion?.id ?? each.finding ?? "",
            cells: [
              each.finding,
              each.criterion?.axis,
              <span key="points" class="points">
                <svg width="80" height="12" viewBox="0 0 80 12" aria-hidden="true">
                  <rect
                    class={(each.points ?? 0) < 0 ? "bar against" : "bar"}
                    width={(Math.abs(each.points ?? 0) / most) * 80}
                    height="12"
                  />
                </svg>
                {(each.points ?? 0) > 0 ? `+${each.points}` : each.points}
              </span>,
              each.criterion?.norm,
            ],
          }))}
        />
      )}
    </div>
  );
}
