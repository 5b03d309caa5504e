/** Every limit of the gateway, named, in one place. */
export const limits = {
  /** Bytes of a request's body, and of its headers. */
  bodyBytesMax: 100_000,
  headerBytesMax: 16_384,
  /** Time within which a request must have come in whole; looked at every half minute. */
  requestMillisecondsMax: 30_000,
  /** Tokens of a document, checked while it is parsed. */
  tokensMax: 4_000,
  /** Selections written in a document, fragments counted once, checked before validation. */
  selectionsMax: 500,
  /** Fragment spreads written in a document. */
  spreadsMax: 50,
  /** Aliases, those of `__typename` included. */
  aliasesMax: 30,
  /** Directives. */
  directivesMax: 30,
  /** Operations in one document. */
  operationsMax: 5,
  /** Characters of an operation's name: it goes on record. */
  operationNameCharactersMax: 100,
  /** Levels of lists and objects in a variable. */
  variableDepthMax: 20,
  /** Root fields of one operation, fragments resolved. */
  rootFieldsMax: 10,
  /** Levels of fields, fragments resolved. */
  depthMax: 12,
  /** The same below `__schema` and `__type`: as deep as the introspection that tools send. */
  introspectionDepthMax: 15,
  /** Selections with fragments resolved. */
  expandedSelectionsMax: 2_000,
  /** Fields that an answer can hold, by page sizes. */
  costMax: 60_000,
  /** Size that is reckoned for a list without a page size. */
  assumedListLength: 10,
  /** Characters of Access-Purpose, Access-Case and Access-Reason after decoding, and of a case reference in an operation. */
  purposeCharactersMax: 64,
  caseCharactersMax: 64,
  reasonCharactersMax: 500,
  /** Characters of an access token, and of a proof of possession. */
  tokenCharactersMax: 8_192,
  proofCharactersMax: 4_096,
  /** Seconds after which a proof of possession is too old, and which it may be ahead of our clock. */
  proofSecondsMax: 60,
  proofAheadSecondsMax: 5,
  /** Person references that one operation may ask for. */
  askedPersonsMax: 50,
  /** Requests of one person-in-office: so many at once, and so many a second on the long run. */
  requestsBurstMax: 120,
  requestsPerSecondMax: 10,
  /** Requests without a valid token, or whose body cannot be read, from one address, and from all addresses together. */
  strangersBurstMax: 60,
  strangersPerSecondMax: 2,
  allStrangersBurstMax: 1_000,
  allStrangersPerSecondMax: 50,
  /**
   * Distinct persons within an hour that one person-in-office may be shown or may ask for, by purpose. A purpose that needs a case
   * leads to the persons of that case; a worklist shows whole pages, so do notices, and so does a second rater's list of drawn cases; tables and
   * pseudonyms show no person.
   */
  personsAnHourMax: {
    WORKLIST: 600,
    CASE_ADMISSION: 100,
    CASE_MANAGEMENT: 150,
    NOTIFICATION: 600,
    RETURN_EXECUTION: 150,
    RESIDENCE_PROCEDURE: 150,
    DATA_SUBJECT_REQUEST: 30,
    ASYLUM_PROCEDURE: 150,
    CRIMINAL_PROSECUTION: 100,
    SENTENCE_ENFORCEMENT: 100,
    DANGER_AVERSION: 60,
    CUSTODY_ENFORCEMENT: 100,
    DATA_MAINTENANCE: 100,
    IDENTITY_CLEARING: 300,
    BLOCKED_CLEARING: 60,
    SUPERVISION: 10,
    EVALUATION: 100,
    INTERFACE_DEVELOPMENT: 1,
    DATA_PROTECTION_CONTROL: 200,
    DATA_SUBJECT_ACCESS: 10,
  },
  /**
   * Distinct case references within an hour that one person-in-office may state or ask for, by purpose, whether there are such cases
   * or not: references are counted upwards, so that trying them would find those that exist.
   */
  casesAnHourMax: 300,
} as const;

/** Name of a limit that is one number. */
export type LimitName = Exclude<keyof typeof limits, "personsAnHourMax">;
