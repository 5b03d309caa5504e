import type { CaseFileQuery, SourceFragment } from "../../operations/rrk-caseworker/caseFile.ts";
import type { Say } from "../Language.ts";

type Person = NonNullable<NonNullable<CaseFileQuery["case"]>["person"]>;

/** One thing known of a person, with where it is from. */
export interface FactRow {
  /** Coordinate of the field, by which the gateway tells what it withheld. */
  readonly coordinate: string;
  readonly label: string;
  /** Null: nothing is known. */
  readonly value: string | null;
  readonly source: SourceFragment | null;
}

/** What is known of a person, in the order in which a case is read. */
export function factRows(person: Person, say: Say): readonly FactRow[] {
  const yesNo = (value: boolean | null | undefined, yes: string, no: string | null) =>
    value === null || value === undefined ? null : value ? yes : no;
  const joined = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(", ") || null;
  const until = (day: string | null | undefined) => (day ? say(`bis ${day}`, `until ${day}`) : null);
  const one = (
    name: string,
    label: string,
    fact: { readonly provenance: SourceFragment | null } | null,
    value: string | null,
  ): FactRow => ({ coordinate: `Person.${name}`, label, value, source: fact?.provenance ?? null });
  const each = <Fact extends { readonly provenance: SourceFragment | null }>(
    name: string,
    label: string,
    facts: readonly Fact[] | null,
    value: (fact: Fact) => string | null,
  ): readonly FactRow[] =>
    facts === null || facts.length === 0
      ? [{ coordinate: `Person.${name}`, label, value: facts === null ? null : say("keine", "none"), source: null }]
      : facts.map((fact) => one(name, label, fact, value(fact)));
  const { obligationToLeave: leave, expulsion, removalThreat: threat, asylumProcedure: asylum } = person;
  return [
    one("legalRegime", say("Rechtskreis", "Legal regime"), person, person.legalRegime),
    one(
      "residenceStatus",
      say("Aufenthaltsstatus", "Residence status"),
      person.residenceStatus,
      joined(person.residenceStatus?.code?.name, until(person.residenceStatus?.validUntil)),
    ),
    one(
      "obligationToLeave",
      say("Ausreisepflicht", "Obligation to leave"),
      leave,
      joined(
        yesNo(leave?.exists, say("besteht", "exists"), say("besteht nicht", "none")),
        yesNo(leave?.enforceable, say("vollziehbar", "enforceable"), say("nicht vollziehbar", "not enforceable")),
        leave?.finality === "FINAL" ? say("bestandskräftig", "final") : null,
      ),
    ),
    one(
      "expulsion",
      say("Ausweisung", "Expulsion"),
      expulsion,
      joined(
        yesNo(expulsion?.exists, say("verfügt", "ordered"), say("keine", "none")),
        expulsion?.code?.name,
        expulsion?.finalOn
          ? say(`bestandskräftig seit ${expulsion.finalOn}`, `final since ${expulsion.finalOn}`)
          : null,
      ),
    ),
    one(
      "removalThreat",
      say("Abschiebungsandrohung", "Removal threat"),
      threat,
      joined(
        yesNo(threat?.exists, say("ergangen", "issued"), say("keine", "none")),
        yesNo(threat?.enforceable, say("vollziehbar", "enforceable"), say("nicht vollziehbar", "not enforceable")),
      ),
    ),
    one(
      "entryBan",
      say("Einreise- und Aufenthaltsverbot", "Entry ban"),
      person.entryBan,
      joined(person.entryBan?.code?.name, until(person.entryBan?.until)),
    ),
    one("toleration", say("Duldung", "Toleration"), person.toleration, until(person.toleration?.validUntil)),
    one(
      "asylumProcedure",
      say("Asylverfahren", "Asylum procedure"),
      asylum,
      joined(asylum?.status?.name, yesNo(asylum?.remedyPending, say("Rechtsbehelf anhängig", "remedy pending"), null)),
    ),
    ...each("removalBars", say("Abschiebungsverbot", "Removal bar"), person.removalBars, (bar) =>
      joined(bar.code?.name, bar.paragraph),
    ),
    ...each("interestsToStay", say("Bleibeinteresse", "Interest to stay"), person.interestsToStay, (interest) =>
      joined(interest.number, interest.state === "SHOWN" ? say("belegt", "shown") : say("geltend gemacht", "claimed")),
    ),
    one(
      "identityClarification",
      say("Identitätsklärung", "Identity clarification"),
      person.identityClarification,
      joined(person.identityClarification?.status?.name),
    ),
    one(
      "travelDocument",
      say("Reisedokument", "Travel document"),
      person.travelDocument,
      joined(
        person.travelDocument?.kind === "SUBSTITUTE" ? say("Passersatz", "substitute") : say("Pass", "passport"),
        yesNo(person.travelDocument?.present, say("liegt vor", "present"), say("liegt nicht vor", "not present")),
        until(person.travelDocument?.validUntil),
      ),
    ),
    one(
      "medicalObstacle",
      say("Medizinisches Hindernis", "Medical obstacle"),
      person.medicalObstacle,
      yesNo(person.medicalObstacle?.exists, say("angezeigt", "indicated"), say("keines", "none")),
    ),
    ...each("convictions", say("Verurteilung", "Conviction"), person.convictions, (conviction) =>
      joined(
        conviction.court,
        conviction.decidedOn,
        (conviction.offences ?? []).map(({ designation }) => designation).join("; "),
        sentenceText(conviction.sentence, say),
      ),
    ),
    ...each("investigations", say("Ermittlungsverfahren", "Investigation"), person.investigations, (investigation) =>
      joined(
        investigation.state === "CHARGED" ? say("angeklagt", "charged") : say("offen", "open"),
        investigation.since,
      ),
    ),
    one(
      "custody",
      say("Haft", "Custody"),
      person.custody,
      joined(person.custody?.kind?.name, person.custody?.from, until(person.custody?.expectedEnd)),
    ),
    ...each(
      "repeatOffenderListings",
      say("Einstufung als Mehrfach- oder Intensivtäter", "Repeat-offender listing"),
      person.repeatOffenderListings,
      (listing) =>
        joined(
          listing.ruleSet,
          listing.listedOn,
          listing.reviewBy ? say(`Prüfung bis ${listing.reviewBy}`, `review by ${listing.reviewBy}`) : null,
        ),
    ),
    ...each(
      "socialConductReports",
      say("Meldung zum Sozialverhalten", "Social-conduct report"),
      person.socialConductReports,
      (report) => joined(report.category, report.date),
    ),
  ];
}

type Sentence = NonNullable<Person["convictions"]>[number]["sentence"];

function sentenceText(sentence: Sentence, say: Say): string | null {
  if (sentence === null) return null;
  const parts: readonly (readonly [number | null, string])[] = [
    [sentence.years, say("Jahre", "years")],
    [sentence.months, say("Monate", "months")],
    [sentence.weeks, say("Wochen", "weeks")],
    [sentence.days, say("Tage", "days")],
    [sentence.dayFines, say("Tagessätze", "day fines")],
  ];
  const words = parts.filter(([count]) => count !== null && count > 0).map(([count, unit]) => `${count} ${unit}`);
  return [...words, sentence.probation ? say("auf Bewährung", "on probation") : ""].filter(Boolean).join(" ") || null;
}
