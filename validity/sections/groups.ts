import { comparisonGroups } from "../../schema/comparisonGroups.ts";
import type { Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";
import { isProposing } from "../bandScale.ts";
import type { FedMember } from "../Feed.ts";
import type { Informed, Recorded, Scored } from "../Recorded.ts";
import { groupDifferences } from "../report/groupDifferences.ts";
import { type GroupShare, groupShares } from "../report/groupShares.ts";
import type { ReportSection, ReportTable } from "../report/ValidityReport.ts";
import { withoutProxy } from "../withoutProxy.ts";

const personsMin = 30;

type Names = Readonly<Record<string, Bilingual>>;
const attributes: readonly (readonly [keyof Omit<FedMember, "person">, Bilingual, Names])[] = [
  ["sex", { de: "Geschlecht", en: "sex" }, comparisonGroups.sexes],
  ["age", { de: "Alter", en: "age" }, comparisonGroups.ages],
  ["origin", { de: "Herkunftsregion", en: "region of origin" }, comparisonGroups.origins],
];

/**
 * Does IRIS treat groups alike? By the latest assessment of each person up to the end of the month before, so that no two readings within a
 * month differ by one person.
 */
export function groups({ allScored, informed, members, groupsUntil }: Recorded): ReportSection {
  const compared = latestUntil(allScored, groupsUntil);
  const decided = informed.filter(({ scored }) => scored.madeOn <= groupsUntil);
  return {
    id: "groups",
    title: { de: "Gruppenvergleich", en: "Comparison of groups" },
    explanation: {
      de: "Gerechnet in der abgeschlossenen Auswertung, die die Gruppe kennt und nicht den Namen. Unter fünf Personen steht nichts, auch nicht „alle“ oder „niemand“. Ein Unterschied beweist keine Benachteiligung, keiner keine Gleichbehandlung: Gruppen unterscheiden sich in dem, was das Gesetz zählt, und die Entscheidungen, an denen Fehlerquoten gemessen werden, sind selbst von Menschen. Was eine Vorprüfung schließt, hängt nach dem Gesetz an Staatsangehörigkeit oder Alter und ist nicht mitgezählt.",
      en: "Worked out in the enclave, which knows the group and not the name. Under five persons nothing stands, nor “all” nor “nobody”. A difference proves no discrimination, and none no equal treatment: groups differ in what the law counts, and the decisions by which error rates are measured are themselves made by people. What a gate closes is tied to citizenship or age by law and is not counted.",
    },
    tables: attributes.flatMap(([attribute, name, names]) => tablesOf(attribute, name, names)),
  };

  function tablesOf(attribute: keyof Omit<FedMember, "person">, name: Bilingual, names: Names): readonly ReportTable[] {
    const groupOf = (scored: Scored) => members.get(scored.person)?.[attribute] ?? null;
    const sharesOf = <Item>(
      items: readonly Item[],
      scoredOf: (item: Item) => Scored,
      holds: (item: Item) => boolean,
    ): readonly GroupShare[] =>
      Object.entries(names).map(([id, { de, en }]) => {
        const own = items.filter((item) => groupOf(scoredOf(item)) === id);
        return { id, label: { de, en }, hits: own.filter(holds).length, base: own.length };
      });
    const ofPersons = (holds: (scored: Scored) => boolean) => sharesOf(compared, (scored) => scored, holds);
    const ofDecisions = (which: (decision: Informed) => boolean, holds: (decision: Informed) => boolean) =>
      sharesOf(decided.filter(which), ({ scored }) => scored, holds);
    const table = (id: string, de: string, en: string, shares: readonly GroupShare[]): ReportTable => ({
      id: `groups.${attribute}.${id}`,
      title: { de: `${name.de}: ${de}`, en: `${name.en}: ${en}` },
      measure: "SHARE",
      baseMin: personsMin,
      rows: groupShares(shares, personsMin),
    });
    const selected = ofPersons(({ band }) => isProposing(band));
    return [
      table(
        "selection",
        "Auswahlquote (zur Prüfung vorgeschlagen)",
        "selection rate (proposed for examination)",
        selected,
      ),
      {
        ...table("difference", "Auswahlquote gegenüber allen anderen", "selection rate against all others", selected),
        measure: "COEFFICIENT",
        rows: groupDifferences(selected, personsMin),
      },
      table(
        "priority",
        "vorrangig zu prüfen",
        "to be examined with priority",
        ofPersons(({ band }) => band === "PRIORITY"),
      ),
      table(
        "calibration",
        "Kalibrierung: von den Vorgeschlagenen aufgenommen",
        "calibration: of those proposed, admitted",
        ofDecisions(isProposed, isAdmitted),
      ),
      table(
        "falsePositive",
        "Fehlerquote: von den Abgelehnten vorgeschlagen",
        "error rate: of those rejected, proposed",
        ofDecisions((each) => !isAdmitted(each), isProposed),
      ),
      table(
        "falseNegative",
        "Fehlerquote: von den Aufgenommenen nicht vorgeschlagen",
        "error rate: of those admitted, not proposed",
        ofDecisions(isAdmitted, (each) => !isProposed(each)),
      ),
      table(
        "withoutProxy",
        "Auswahlquote ohne B2",
        "selection rate without B2",
        ofPersons((each) => isProposing(withoutProxy(each))),
      ),
      table(
        "movedByProxy",
        "durch B2 in ein anderes Band",
        "in another band by B2",
        ofPersons((each) => withoutProxy(each) !== each.band),
      ),
    ];
  }
}

/** Of each person the latest that was made by the day. */
function latestUntil(scored: readonly Scored[], day: string): readonly Scored[] {
  const made = Map.groupBy(
    scored.filter(({ madeOn }) => madeOn <= day),
    ({ person }) => person,
  );
  return [...made.values()].flatMap((own) =>
    own.toSorted((left, right) => left.fromLatest - right.fromLatest).slice(0, 1),
  );
}

function isProposed({ scored }: Informed): boolean {
  return isProposing(scored.band);
}

function isAdmitted({ outcome }: Informed): boolean {
  return outcome === "ADMIT";
}
