import { decisionGrounds } from "../../schema/decisionGrounds.ts";
import type { Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import { isProposing } from "../bandScale.ts";
import type { Informed, Recorded } from "../Recorded.ts";
import { counts } from "../report/counts.ts";
import { share } from "../report/share.ts";
import type { ReportSection, ReportTable } from "../report/ValidityReport.ts";

const decisionsMin = 20;

/** How often people decide otherwise than the band proposes, which way, and what their reasons speak of. */
export function overrides({ informed, decisions }: Recorded): ReportSection {
  const [proposed, notProposed] = [informed.filter(isProposed), informed.filter((each) => !isProposed(each))];
  const stated = informed.filter(({ followsBand }) => followsBand !== null);
  return {
    id: "overrides",
    title: { de: "Abweichungen vom Band", en: "Overrides" },
    explanation: {
      de: "Abweichen ist gewöhnlich und erwünscht: Eine Quote nahe null spräche dafür, dass der Mensch nur bestätigt. Als Vorschlag zählen „vorrangig prüfen“ und „regulär prüfen“. Die Begründungen sind freier Text und bleiben im Fall; gezählt werden die Gründe, von denen sie sprechen, mehrere je Entscheidung.",
      en: "To override is ordinary and wanted: a rate near zero would say that people merely confirm. “To be examined with priority” and “in the regular course” count as proposals. Reasons are free text and stay in the case; what is counted are the grounds they speak of, several a decision.",
    },
    tables: [
      {
        id: "overrides.rates",
        title: { de: "Abweichungsquote in beide Richtungen", en: "Override rate both ways" },
        measure: "SHARE",
        baseMin: decisionsMin,
        rows: [
          share(
            "down",
            { de: "vorgeschlagen, aber abgelehnt", en: "proposed, yet rejected" },
            proposed,
            isRejected,
            decisionsMin,
          ),
          share(
            "up",
            { de: "nicht vorgeschlagen, aber aufgenommen", en: "not proposed, yet admitted" },
            notProposed,
            isAdmitted,
            decisionsMin,
          ),
          share(
            "stated",
            { de: "als Abweichung angegeben", en: "stated as an override" },
            stated,
            ({ followsBand }) => followsBand === false,
            decisionsMin,
          ),
          share(
            "contradicting",
            { de: "Angabe passt nicht zum Band", en: "statement at odds with the band" },
            stated,
            isContradicting,
            decisionsMin,
          ),
          share(
            "unseen",
            { de: "ohne gesehene Bewertung entschieden", en: "decided without an assessment seen" },
            decisions,
            ({ assessment }) => assessment === null,
            decisionsMin,
          ),
        ],
      },
      grounds(
        "down",
        { de: "Gründe: vorgeschlagen, aber abgelehnt", en: "Grounds: proposed, yet rejected" },
        proposed.filter(isRejected),
      ),
      grounds(
        "up",
        { de: "Gründe: nicht vorgeschlagen, aber aufgenommen", en: "Grounds: not proposed, yet admitted" },
        notProposed.filter(isAdmitted),
      ),
    ],
  };
}

function grounds(id: string, title: Bilingual, items: readonly Informed[]): ReportTable {
  const rows = [...decisionGrounds].map(([ground, { de, en }]) => ({
    id: ground,
    label: { de, en },
    count: items.filter(({ grounds: spoken }) => spoken.includes(ground)).length,
  }));
  const none = items.filter(({ grounds: spoken }) => spoken.length === 0).length;
  const label = { de: "keiner der Gründe", en: "none of the grounds" };
  return {
    id: `overrides.grounds.${id}`,
    title,
    measure: "COUNT",
    baseMin: 0,
    rows: counts([...rows, { id: "NONE", label, count: none }]),
  };
}

function isProposed({ scored }: Informed): boolean {
  return isProposing(scored.band);
}

function isAdmitted({ outcome }: Informed): boolean {
  return outcome === "ADMIT";
}

function isRejected(decision: Informed): boolean {
  return !isAdmitted(decision);
}

function isContradicting(decision: Informed): boolean {
  return decision.followsBand !== (isProposed(decision) === isAdmitted(decision));
}
