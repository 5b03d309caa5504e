/** A defence that is taken away by itself, as a change of one line of the source as it is loaded. */
export interface Sabotage {
  readonly what: string;
  readonly file: string;
  readonly take: string;
  readonly put: string;
  /** Offices and purposes among which the model looks. */
  readonly among: RegExp;
  /** What the model complains of; null: it sees nothing, because `line` holds, and `shownBy` fails without the defence. */
  readonly complaint: RegExp | null;
  readonly line?: string;
  /** Test that fails without the defence: a way of `bypass/catalogue.yaml`, or file and title. */
  readonly shownBy?: string;
  /** Whether every run of the suite looks at it: each that the model sees loads all modules anew, a dozen seconds. */
  readonly inEveryRun?: true;
}

export const sabotages: readonly Sabotage[] = [
  {
    what: "narrow leaves what is withheld",
    file: "gateway/narrow.ts",
    take: 'if (verdict === undefined || verdict.kind === "WITHHOLD" || isNever(field.node.directives)) return [];',
    put: "if (verdict === undefined) return [];",
    among: /^RRK_KOELN/,
    complaint: /^errors: gateway .*SUBGRAPH_UNAVAILABLE/,
  },
  {
    what: "redact does not judge fields",
    file: "gateway/Looks.ts",
    take: 'return this.#mayRead(field, facts) ? "SHOWN" : "FAILED";',
    put: 'return "SHOWN";',
    among: /^(ABH|STA|RRK)/,
    complaint: /^errors: gateway/,
  },
  {
    what: "a subgraph does not look for the category in its grant",
    file: "subgraphs/shell/enforceGrant.ts",
    take: 'if (entries.some((each) => each.length === 0)) throw new SubgraphError("FIELD_NOT_GRANTED");',
    put: "",
    among: /^RRK_KOELN/,
    complaint: null,
    line: "the gateway asks for nothing that is not granted",
    shownBy: "W-32",
  },
  {
    what: "the SQL predicate lets every row through",
    file: "subgraphs/shell/relationPredicate.ts",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the line as it stands
    take: "return sql`(${sql.join(entries.map(each), sql` OR `)})`;",
    put: "return sql`TRUE`;",
    among: /^(RRK|ABH)/,
    complaint: /^(data|body|errors|answers|incident)|gave out/,
    inEveryRun: true,
  },
  {
    what: "the shell does not judge records",
    file: "subgraphs/shell/enforceGrant.ts",
    take: "if (permitted === null || nothingToJudge) return value;",
    put: "if (permitted !== undefined || nothingToJudge) return value;",
    among: /^(RRK|ABH)/,
    complaint: null,
    line: "the SQL of every resolver has narrowed the rows before",
    shownBy:
      "test/subgraphs/criminal-records/ownRecords.test.ts A resolver that forgets the grant gives out no record of another office",
  },
  {
    what: "abilities are kept without the purpose",
    file: "gateway/policy/ability.ts",
    take: "const key = JSON.stringify([office.id, office.kind, role, purpose, date]);",
    put: "const key = JSON.stringify([office.id, office.kind, role, date]);",
    among: /^RRK_MUENSTER/,
    complaint: /^(errors|data): /,
  },
  {
    what: "a total counts hidden rows",
    file: "subgraphs/immigration/resolvers/personList.ts",
    take: ".from(person).where(fits)).at(0)",
    put: ".from(person)).at(0)",
    among: /^(LKA|POLICE|ABH|RRK)/,
    complaint: /totalCount/,
  },
  {
    what: "a list stands in the order of a value that nobody is shown",
    file: "subgraphs/immigration/resolvers/personList.ts",
    take: ".orderBy(...order.columns.map((column) => asc(column)))",
    put: ".orderBy(asc(person.religion), ...order.columns.map((column) => asc(column)))",
    among: /^(LKA|POLICE|ABH|RRK)/,
    complaint: /^(data|body): /,
  },
  {
    what: "cursors are not sealed",
    file: "subgraphs/shell/connection.ts",
    take: 'return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString("base64url");',
    put: 'return cipher && Buffer.from(text).toString("base64url");',
    among: /^RRK_KOELN/,
    complaint: null,
    line: "a cursor holds what its row shows, and the list takes only those that it sealed",
    shownBy: "test/bypass/oracles.test.ts a cursor tells nothing: it is sealed",
  },
  {
    what: "plans are kept by what the client sent",
    file: "gateway/fetch.ts",
    take: "text: narrowed.text,",
    put: "text: operation.hash,",
    among: /^RRK_KOELN/,
    complaint: null,
    line: "no two requesters here send the same text",
    shownBy: "test/gateway/traffic.test.ts when two purposes send the same text",
  },
  {
    what: "keys go out to the next subgraph unjudged",
    file: "gateway/fetch.ts",
    take: "admits: keyGuard(operation, decision, supergraph),",
    put: "",
    among: /^RRK_KOELN/,
    complaint: null,
    line: "a subgraph's SQL gives no record that may not be shown",
    shownBy: "test/gateway/failures.test.ts is not named to the next subgraph of the plan",
  },
  {
    what: "validation suggests names of the contract",
    file: "gateway/Contract.ts",
    take: "hideSchemaDetailsFromClientErrors: true,",
    put: "hideSchemaDetailsFromClientErrors: false,",
    among: /^RRK_KOELN/,
    complaint: null,
    line: "what is drawn is valid",
    shownBy: "test/gateway/contracts/outsideTheContract.test.ts a field of an object",
  },
];
