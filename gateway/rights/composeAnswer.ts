import type { AccessAnswer, Disclosure, Recipient } from "./AccessAnswer.ts";
import type { AnswerDocument, AnswerSection, AnswerTable } from "./AnswerDocument.ts";
import { fieldWords } from "./germanWords.ts";
import { sayValue, type Value } from "./sayValue.ts";

/** Facts of a person as they follow in the answer, by field, with what each is called. */
const facts: Readonly<Record<string, string>> = {
  residenceStatus: "Aufenthaltsstatus",
  obligationToLeave: "Ausreisepflicht",
  expulsion: "Ausweisung",
  removalThreat: "Abschiebungsandrohung",
  entryBan: "Einreise- und Aufenthaltsverbot",
  toleration: "Duldung",
  asylumProcedure: "Asylverfahren",
  removalBars: "Abschiebungsverbot",
  interestsToStay: "Bleibeinteresse",
  identityClarification: "Identitätsklärung",
  travelDocument: "Reisedokument",
  medicalObstacle: "Medizinisches Hindernis",
  evasionFacts: "Entziehung",
  transferBlock: "Übermittlungssperre",
  convictions: "Verurteilung",
  investigations: "Ermittlungsverfahren",
  custody: "Haft",
  repeatOffenderListings: "Einstufung als Mehrfach- oder Intensivtäter (Einschätzung)",
  socialConductReports: "Sozialverhalten-Meldung (Einschätzung)",
};

const identity = [
  "familyName",
  "birthName",
  "givenNames",
  "dateOfBirth",
  "dateOfBirthPart",
  "placeOfBirth",
  "citizenships",
  "sex",
  "isMinor",
  "competentAuthority",
  "fileRef",
  "legalRegime",
] as const;

/** What may have to be deferred is said the same way to everybody, so that it tells nobody whether anything was. */
const deferral =
  "Ob Polizei, Landeskriminalamt oder Staatsanwaltschaft Daten über Sie verarbeiten oder abgerufen haben, teilen diese Stellen auf Antrag selbst mit. " +
  "Dieser Hinweis steht in jeder Auskunft, gleich ob es solche Daten gibt (§ 479 StPO, § 12 Abs. 3 EGGVG).";

const rights =
  "Sie können Berichtigung, Löschung oder Einschränkung der Verarbeitung verlangen (Art. 16 bis 18 DSGVO), der Verarbeitung widersprechen (Art. 21 DSGVO) und sich bei der " +
  "Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen beschweren (Art. 77 DSGVO).";

const signedStates: readonly (string | null)[] = ["SIGNED", "SENT"];

/**
 * The answer to a request for access out of what the rules let the person be told. Pure.
 *
 * @param recipients of all pages
 * @param requestId the request that is answered; one that is not signed, or not there, makes a draft
 * @param purposes German name of each purpose, by id
 */
export function composeAnswer(
  person: AccessAnswer,
  recipients: readonly Recipient[],
  requestId: string,
  purposes: ReadonlyMap<string, string>,
): AnswerDocument {
  const request = person.subjectRequests?.find(({ id, kind }) => id === requestId && kind === "ACCESS") ?? null;
  const isSigned = request !== null && signedStates.includes(request.state);
  const sections = [
    dataSection(person),
    casesSection(person),
    logicSection(person),
    recipientsSection(recipients, purposes),
  ];
  return {
    title: "Auskunft über Ihre Daten im Fallmanagement (Art. 15 DSGVO)",
    office: person.competentAuthority?.name ?? "",
    mark: isSigned ? null : "Entwurf: nicht gezeichnet, nicht zur Weitergabe.",
    sections: [...sections, { heading: "Ihre Rechte", paragraphs: [rights, deferral], tables: [] }],
  };
}

function dataSection(person: AccessAnswer): AnswerSection {
  const own = identity
    .map((field) => [fieldWords[field] ?? field, sayValue(field, (person[field] ?? null) as Value)] as const)
    .filter(([, said]) => said !== "");
  const source = provenanceCells(person as Value);
  return {
    heading: "Ihre Daten und woher sie stammen",
    paragraphs: [
      "Die Tabellen nennen jede Angabe mit der Stelle, von der sie stammt (Art. 15 Abs. 1 Buchst. g DSGVO).",
    ],
    tables: [
      table(
        "Personalien",
        factHeaders,
        own.map((cells) => [...cells, ...source]),
      ),
      table("Sachverhalte", factHeaders, factRows(person)),
    ].filter(({ rows }) => rows.length > 0),
  };
}

const factHeaders = ["Angabe", "Inhalt", "Quelle", "Rechtsgrundlage", "Löschung bis"];

function factRows(person: AccessAnswer): readonly (readonly string[])[] {
  return Object.entries(facts).flatMap(([field, called]) => {
    const value = (person[field] ?? null) as Value;
    const each = Array.isArray(value) ? (value as readonly Value[]) : value === null ? [] : [value];
    return each.map((fact) => [called, sayValue(field, fact), ...provenanceCells(fact)]);
  });
}

/** Source, legal basis and end of a fact. A deletion date that hangs on a later event is not known yet. */
function provenanceCells(fact: Value): readonly string[] {
  const found = (fact as { readonly provenance?: Readonly<Record<string, Value>> | null }).provenance ?? {};
  const at = (field: string) => sayValue(field, found[field] ?? null);
  return [at("sourceOffice"), at("legalBasis"), at("deleteBy") || "noch nicht bestimmt"];
}

function casesSection({ cases }: AccessAnswer): AnswerSection {
  const rows = (cases ?? []).map((each) =>
    ["caseRef", "state", "rrk", "openedOn", "closedOn"].map((field) => sayValue(field, (each[field] ?? null) as Value)),
  );
  const headers = ["caseRef", "state", "rrk", "openedOn", "closedOn"].map((field) => fieldWords[field] ?? field);
  return {
    heading: "Fälle des Fallmanagements",
    paragraphs: rows.length === 0 ? ["Es wird kein Fall geführt, der mitzuteilen ist."] : [],
    tables: rows.length === 0 ? [] : [table("Fälle", headers, rows)],
  };
}

function logicSection({ cases }: AccessAnswer): AnswerSection {
  const told = (cases ?? []).flatMap(({ assessmentDisclosures }) => assessmentDisclosures ?? []);
  const texts = told.flatMap(({ significance, rightToChallenge, withheldNotice }) => [
    german(significance),
    german(withheldNotice),
    german(rightToChallenge),
  ]);
  return {
    heading: "Bewertungen und wie sie zustande kommen",
    paragraphs:
      told.length === 0
        ? ["Es ist keine Initialbewertung aufbewahrt, die mitzuteilen ist."]
        : [
            "Eine Bewertung (IRIS) ordnet, welcher Fall zuerst angesehen wird. Sie entscheidet nichts: Es entscheidet ein namentlich verantwortlicher Mensch mit Begründung. " +
              "Jeder Punkt folgt aus einer Frage des Kriterienkatalogs, ihrer Vorschrift und einer Angabe; zusammen ergeben sie die Einordnung.",
            ...new Set(texts.filter((words) => words !== "")),
          ],
    tables: told.map(assessmentTable),
  };
}

function assessmentTable({
  recordedOn,
  catalogueVersion,
  status,
  state,
  band,
  possibleBands,
  contributions,
}: Disclosure) {
  const bands = band === null ? (possibleBands ?? []) : [band];
  const outcome = bands.length === 0 ? sayValue("state", state) : sayValue("band", bands).replaceAll("; ", " oder ");
  const demonstration = status === "DEMONSTRATION" ? ", Demonstrationskatalog" : "";
  return table(
    `Bewertung vom ${sayValue("recordedOn", recordedOn)}, Katalog ${catalogueVersion ?? ""}${demonstration}: ${outcome}`,
    ["Vorschrift", "Frage", "Befund", "Punkte", "Quelle"],
    (contributions ?? []).map(({ criterion, withheld, points, finding }) => [
      criterion?.norm ?? "",
      criterion?.question ?? "",
      withheld === true ? "nicht mitgeteilt" : (finding ?? ""),
      withheld === true || points === null ? "" : String(points),
      criterion?.evidenceSource ?? "",
    ]),
  );
}

/** The German half of a text in both languages. */
function german(text: string | null): string {
  return text?.split(" / ")[0] ?? "";
}

/** Recipients by office and purpose: how often, and when last. */
function recipientsSection(recipients: readonly Recipient[], purposes: ReadonlyMap<string, string>): AnswerSection {
  const groups = Map.groupBy(recipients, ({ office, purpose }) => `${office?.name ?? ""}\u0000${purpose ?? ""}`);
  const rows = [...groups].map(([key, accesses]) => {
    const [office = "", purpose = ""] = key.split("\u0000");
    const last =
      accesses
        .map(({ at }) => at ?? "")
        .toSorted()
        .at(-1) ?? "";
    return [office, purposes.get(purpose) ?? purpose, String(accesses.length), sayValue("at", last)];
  });
  return {
    heading: "Empfänger Ihrer Daten",
    paragraphs: [
      rows.length === 0
        ? "Im Protokoll steht kein Abruf, der mitzuteilen ist."
        : "Diese Stellen haben Ihre Daten abgerufen (Art. 15 Abs. 1 Buchst. c DSGVO).",
    ],
    tables: rows.length === 0 ? [] : [table("Empfänger", ["Stelle", "Zweck", "Abrufe", "zuletzt"], rows.toSorted())],
  };
}

function table(caption: string, headers: readonly string[], rows: readonly (readonly string[])[]): AnswerTable {
  return { caption, headers, rows };
}
