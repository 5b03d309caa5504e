/** Every limit of the gateway, named, in one place. */
export const limits = {
  /** Bytes of a request's body. */
  bodyBytesMax: 100_000,
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
  /** Selections with fragments resolved. */
  expandedSelectionsMax: 2_000,
  /** Fields that an answer can hold, by page sizes. */
  costMax: 60_000,
  /** Size that is reckoned for a list without a page size. */
  assumedListLength: 10,
  /** Characters of Access-Purpose, Access-Case and Access-Reason after decoding. */
  purposeCharactersMax: 64,
  caseCharactersMax: 64,
  reasonCharactersMax: 500,
} as const;

export type LimitName = keyof typeof limits;
