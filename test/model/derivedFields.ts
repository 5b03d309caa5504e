import { consentFact } from "../../subgraphs/casework/facts/consentFact.ts";
import { socialConductFact } from "../../subgraphs/casework/facts/socialConductFact.ts";
import { conductFacts } from "../../subgraphs/criminal-records/conduct/conductFacts.ts";
import { refersToRemovalBar } from "../../subgraphs/criminal-records/conduct/refersToRemovalBar.ts";
import { usableEntries } from "../../subgraphs/criminal-records/erasure/usableEntries.ts";
import { convictionFields } from "../../subgraphs/criminal-records/resolvers/convictionFields.ts";
import { isMinorOn } from "../../subgraphs/immigration/isMinorOn.ts";
import { legalRegimeOn } from "../../subgraphs/immigration/legalRegimeOn.ts";
import { reduceResidence } from "../../subgraphs/immigration/reducedFacts/reduceResidence.ts";
import { catalogues } from "../../subgraphs/scoring/catalogue/catalogues.ts";
import { disclose } from "../../subgraphs/scoring/disclosure/disclose.ts";
import { disclosureTexts } from "../../subgraphs/scoring/disclosure/disclosureTexts.ts";
import { assess } from "../../subgraphs/scoring/engine/assess.ts";
import { presentAssessment } from "../../subgraphs/scoring/presentAssessment.ts";
import { presentCatalogue, presentCriterionOf } from "../../subgraphs/scoring/presentCatalogue.ts";
import { SubgraphError } from "../../subgraphs/shell/SubgraphError.ts";
import { actsOn } from "./actsOn.ts";
import { type Item, sorted } from "./Registry.ts";

interface Held {
  rows(table: string): readonly Item[];
  past(table: string): (item: Item) => Item;
  about(table: string, holds: (row: Item) => boolean, ...order: string[]): (item: Item) => Item;
  readonly date: string;
}

/** Fields whose values are worked out, by the pure functions of their owners on all rows of the person. */
export function derivedFields({ rows, past, about, date }: Held): Readonly<Record<string, (item: Item) => Item>> {
  const isSuspended = (version: string) => actsOn(rows, version, date)[0]?.act === "SUSPENDED";
  const kept = ({ deleteBy }: Item) => deleteBy === null || deleteBy >= date;
  const person = past("person");
  const lists = {
    obligationsToLeave: past("obligation_to_leave"),
    expulsions: past("expulsion"),
    removalThreats: past("removal_threat"),
    tolerations: about(
      "immigration.toleration",
      (row) =>
        row.eventDate <= date && kept(row) && row.validUntil >= date && (row.endedOn === null || row.endedOn > date),
      "-eventDate",
      "-factId",
    ),
    asylumProcedures: past("asylum_procedure"),
    removalBars: past("removal_bar"),
    interestsToStay: past("interest_to_stay"),
    identityClarifications: past("identity_clarification"),
    travelDocuments: past("travel_document"),
    evasionFacts: past("evasion_fact"),
  };
  const custodies = about("criminal_records.custody", (row) => kept(row) && row.begunOn <= date, "-begunOn", "-factId");
  const listings = about(
    "criminal_records.repeat_offender_listing",
    (row) => kept(row) && row.listedOn <= date && (row.endedOn === null || row.endedOn > date),
    "-listedOn",
    "-factId",
  );
  const reports = about("casework.social_conduct_report", kept, "eventDate", "factId");

  function convictions({ personRef }: Item): Item[] {
    const register = rows("criminal_records.conviction")
      .filter((row) => row.personRef === personRef && row.finalOn !== null && row.finalOn <= date)
      .map((row) => {
        const offences = sorted(rows("criminal_records.offence"), "number").filter(
          (offence) => offence.convictionId === row.factId,
        );
        const provisions = offences.map(({ provision }) => provision);
        return {
          ...row,
          offences,
          provisions,
          sentenceMonths: (row.years ?? 0) * 12 + (row.months ?? 0),
          sentenceDays: (row.weeks ?? 0) * 7 + (row.days ?? 0),
        };
      });
    const usable = usableEntries(register, date).map(({ entry, erasableFrom }) => ({ ...entry, erasableFrom }));
    return sorted(usable, "-decidedOn", "factId");
  }

  /**
   * @param investigations those that may be combined
   * @param isWithheld reduced facts of which the requester is told nothing
   */
  function assessment({ personRef, investigations, isWithheld }: Item): Item {
    const item = { personRef };
    const catalogue = catalogues.inForce(date);
    const [onFile] = person(item);
    if (catalogue === null || onFile === undefined) return null;
    const record = Object.fromEntries(Object.entries(lists).map(([name, read]) => [name, read(item)]));
    const consent = consentFact(
      sorted(rows("casework.prosecutor_consent"), "eventDate", "caseRef", "position").filter(
        (row) => row.personRef === personRef && kept(row),
      ),
    );
    const facts = [
      ...reduceResidence({ date, person: onFile, ...record } as never),
      ...conductFacts({
        date,
        convictions: convictions(item),
        investigations,
        custodies: custodies(item),
        listings: listings(item),
      }),
      socialConductFact(reports(item), date),
      ...(consent === null ? [] : [consent]),
    ];
    if (isSuspended(catalogue.catalogue.version)) throw new SubgraphError("CONFLICT");
    return presentAssessment(assess(facts, date, catalogue), facts, [], () => "<seal>", isWithheld);
  }

  /** @param excluded facts of contributions that are not told to this requester */
  function disclosure({ eventDate: recordedOn, catalogueVersion, inputs }: Item, excluded: ReadonlySet<string>): Item {
    const compiled = catalogues.version(catalogueVersion);
    const told = compiled === null ? null : disclose(inputs, recordedOn, compiled, excluded);
    const contributions = (told?.contributions ?? []).map((each) => ({
      ...each,
      criterion: presentCriterionOf(catalogueVersion, each.criterion),
    }));
    const status = compiled?.catalogue.status ?? null;
    return { ...told, recordedOn, catalogueVersion, status, contributions, ...disclosureTexts };
  }

  return {
    "Person.isMinor": (item) => isMinorOn(date, person(item)[0]?.dateOfBirth ?? null),
    "Person.legalRegime": (item) => {
      const [onFile] = person(item);
      return onFile === undefined ? null : legalRegimeOn(onFile, lists.expulsions(item));
    },
    "Person.convictions": convictions,
    "Conviction.sentence": convictionFields.sentence as (item: Item) => Item,
    "Person.removalBarConvictions": (item) => convictions(item).filter(refersToRemovalBar),
    "Person.assessment": assessment,
    "RecordedAssessment.assessment": (item) =>
      presentAssessment(item.assessment, item.inputs, [], null, item.isWithheld),
    "Case.assessmentDisclosures": ({ recorded, excluded }) => recorded.map((row: Item) => disclosure(row, excluded)),
    "Catalogue.acts": ({ version }) => actsOn(rows, version, date),
    "CatalogueAct.on": ({ eventDate }) => eventDate,
    "Catalogue.suspended": ({ version }) => isSuspended(version),
    "Query.catalogue": () => {
      const inForce = catalogues.inForce(date);
      return inForce === null ? null : presentCatalogue(inForce);
    },
  };
}
