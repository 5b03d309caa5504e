import { connect, type Socket } from "node:net";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { getIntrospectionQuery, Lexer, Source, TokenKind } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerUnreadable } from "../../gateway/answerUnreadable.ts";
import { GatewayError } from "../../gateway/errors.ts";
import { ProofVerifier } from "../../gateway/identity/ProofVerifier.ts";
import { TokenVerifier } from "../../gateway/identity/TokenVerifier.ts";
import { limits } from "../../gateway/limits.ts";
import { Wear } from "../../gateway/wear/Wear.ts";
import { openWorld, type World } from "../harness.ts";
import { IssuerOfTests } from "./identity/IssuerOfTests.ts";
import { ProofOfTests } from "./identity/ProofOfTests.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const caseworker = { "access-purpose": "CASE_MANAGEMENT", "access-case": "FM-2026-0001", "access-reason": "Anlass" };
const analyst = { "access-purpose": "DANGER_AVERSION", "access-case": "FM-2026-0001", "access-reason": "Anlass" };
const limited = "limited by ";

/** "answered", the limit that refuses it, or the code of another refusal. */
async function post(body: object, headers: Readonly<Record<string, string>> = {}, persona = "rrk-muenster-caseworker") {
  const authorization = `Bearer ${await world.token(persona)}`;
  const stated = persona === "lka-nrw" ? analyst : caseworker;
  world.forget();
  const { status, errors } = await world.post({ authorization, ...stated, ...headers }, JSON.stringify(body));
  const limit = errors[0]?.extensions?.limit;
  if (limit === undefined) return status === 200 ? "answered" : String(errors[0]?.extensions?.code);
  expect(world.traffic).toEqual([]);
  return `${limited}${limit}`;
}

const ask = (query: string, variables: object = {}) => post({ query, variables });

/** The same of an answer as it came over the wire. */
function verdictOf(answer: string): string {
  const { code, limit } = JSON.parse(answer.slice(answer.indexOf("{"))).errors[0].extensions;
  return limit === undefined ? code : `${limited}${limit}`;
}

async function attempt(work: () => unknown): Promise<string> {
  try {
    await work();
    return "answered";
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return error.details.limit === undefined ? error.code : `${limited}${error.details.limit}`;
  }
}

const times = (count: number, what: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => what(index)).join(" ");
const event = (fileRef: string) => ({ date: "2026-06-01", category: "PUBLIC_ORDER", fileRef });
const proposal = { personRef: "P-NOBODY000000", ground: "SOCIAL_CONDUCT", reason: "Zur Prüfung vorgelegt" };
const propose = "mutation($input: ProposeCaseInput!) { proposeCase(input: $input) { case { caseRef } } }";
const cases = (first: number, node: string) => `cases(first: ${first}) { edges { node { ${node} } } }`;
const totals = (count: number) => `cases(first: 1) { ${times(count, () => "totalCount")} }`;

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

/** A list of inputs alone can have so many tokens and few selections. */
function documentOf(tokens: number): string {
  const events = times(350, () => '{ date: "2026-06-01", category: PUBLIC_ORDER, fileRef: "1" }');
  const text = (pad: number) =>
    `mutation { proposeCase(input: { personRef: "P-NOBODY000000", ground: SOCIAL_CONDUCT, reason: "Zur Prüfung vorgelegt", events: [${events}] }) { case { ${times(pad, () => "caseRef")} } } }`;
  return text(tokens - tokensOf(text(0)));
}

const issuer = await IssuerOfTests.make();
const holder = await ProofOfTests.make();
const at = Date.parse("2026-06-15T08:00:00Z");
const proofOf = (iat: number) => holder.sign(null, { iat });
const verifyProof = async (proof: string) =>
  new ProofVerifier(null).verify(
    [proof],
    { method: "POST", url: "https://api.example/graphql", token: null },
    null,
    at,
  );

/** So many requests at once, then so many a second later. */
function requests(once: number, later: number): Promise<string> {
  const wear = new Wear(limits, 1, []);
  const somebody = { office: "RRK_MUENSTER", person: "rrk-ms-0141" };
  return attempt(() => {
    for (let count = 0; count < once; count += 1) wear.admitRequest(somebody, new Date(at));
    for (let count = 0; count < later; count += 1) wear.admitRequest(somebody, new Date(at + 1_000));
  });
}

function strangers(address: (count: number) => string, once: number, later: number): Promise<string> {
  const wear = new Wear(limits, 1, []);
  return attempt(() => {
    for (let count = 0; count < once; count += 1) wear.countStranger(address(count), new Date(at));
    for (let count = 0; count < later; count += 1) wear.countStranger(address(count), new Date(at + 1_000));
  });
}

const one = () => "192.0.2.1";
const many = (count: number) => `192.0.2.${count}`;
const { requestsBurstMax, strangersBurstMax, allStrangersBurstMax } = limits;

/** What is sent at the limit and, with one more, over it. */
const probes: Readonly<Record<keyof typeof limits, (more: 0 | 1) => Promise<string>>> = {
  bodyBytesMax: (more) => {
    const query = "{ __typename }";
    const frame = JSON.stringify({ query, padding: "" }).length;
    return post({ query, padding: "x".repeat(limits.bodyBytesMax - frame + more) });
  },
  headerBytesMax: async (more) => {
    // Node counts the path, and names and values of headers, and takes fewer bytes than it is told.
    const rest = "/graphql".length + "host".length + "x".length + "connection".length + "close".length + "x".length;
    const long = "a".repeat(limits.headerBytesMax - 1 - rest + more);
    const { port, hostname } = new URL(world.gateway.url);
    const socket = connect(Number(port), hostname);
    socket.end(`GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx: ${long}\r\n\r\n`);
    return verdictOf(await text(socket));
  },
  requestMillisecondsMax: async (more) => {
    if (more === 0) return ask("{ __typename }");
    // What Node says after so long; half a minute is not waited for here.
    const socket = Object.assign(new PassThrough(), { destroySoon: () => socket.end() });
    answerUnreadable(Object.assign(new Error(), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), socket as unknown as Socket);
    return verdictOf(await text(socket));
  },
  tokensMax: (more) => post({ query: documentOf(limits.tokensMax + more) }, {}, "lka-nrw"),
  selectionsMax: (more) => ask(`{ cases { ${times(limits.selectionsMax - 1 + more, () => "__typename")} } }`),
  spreadsMax: (more) =>
    ask(`{ cases { ${times(limits.spreadsMax + more, () => "...F")} } } fragment F on CaseConnection { totalCount }`),
  aliasesMax: (more) => ask(`{ cases { ${times(limits.aliasesMax + more, (index) => `a${index}: __typename`)} } }`),
  directivesMax: (more) =>
    ask(`{ cases { ${times(limits.directivesMax + more, () => "totalCount @skip(if: false)")} } }`),
  operationsMax: (more) =>
    post({
      query: times(limits.operationsMax + more, (index) => `query Q${index} { __typename }`),
      operationName: "Q0",
    }),
  operationNameCharactersMax: (more) =>
    ask(`query ${"Q".repeat(limits.operationNameCharactersMax + more)} { __typename }`),
  variableDepthMax: (more) => {
    let nested: unknown = [];
    for (let depth = 1; depth < limits.variableDepthMax + more; depth += 1) nested = [nested];
    return ask("{ __typename }", { nested });
  },
  rootFieldsMax: (more) => ask(`{ ${times(limits.rootFieldsMax + more, (index) => `a${index}: __typename`)} }`),
  depthMax: (more) => {
    const last = more === 1 ? "person { personRef }" : "caseRef";
    return ask(`{ ${cases(1, `${"person { cases { ".repeat(4)}${last}${" } }".repeat(4)}`)} }`);
  },
  introspectionDepthMax: (more) => {
    const levels = limits.introspectionDepthMax - 2 + more;
    return ask(`{ __type(name: "Person") { ${"ofType { ".repeat(levels)}name${" }".repeat(levels)} } }`);
  },
  expandedSelectionsMax: (more) => {
    const [spread, each] = [40, 48];
    const rest = limits.expandedSelectionsMax - 1 - spread * (each + 1) + more;
    const repeated = (count: number) => times(count, () => "totalCount");
    return ask(
      `{ cases { ${times(spread, () => "...F")} ${repeated(rest)} } } fragment F on CaseConnection { ${repeated(each)} }`,
    );
  },
  costMax: (more) =>
    ask(
      `{ a: ${cases(
        200,
        times(297, () => "caseRef"),
      )} b: ${totals(198 + more)} }`,
    ),
  assumedListLength: (more) => {
    const list = cases(200, `person { convictions { ${times(29, () => "court")} } }`);
    return ask(
      `{ a: ${list} b: ${cases(
        50,
        times(21, () => "caseRef"),
      )} c: ${totals(47 + more)} }`,
    ).then((verdict) => verdict.replace("costMax", "assumedListLength"));
  },
  purposeCharactersMax: (more) =>
    post({ query: "{ __typename }" }, { "access-purpose": "P".repeat(limits.purposeCharactersMax + more) }),
  caseCharactersMax: (more) =>
    post({ query: "{ __typename }" }, { "access-case": "F".repeat(limits.caseCharactersMax + more) }),
  reasonCharactersMax: (more) =>
    post({ query: "{ __typename }" }, { "access-reason": "r".repeat(limits.reasonCharactersMax + more) }),
  tokenCharactersMax: (more) =>
    attempt(() => new TokenVerifier(issuer.trusted).verify("a".repeat(limits.tokenCharactersMax + more))),
  proofCharactersMax: (more) => attempt(() => verifyProof("a".repeat(limits.proofCharactersMax + more))),
  proofSecondsMax: (more) => attempt(async () => verifyProof(await proofOf(at / 1000 - limits.proofSecondsMax - more))),
  proofAheadSecondsMax: (more) =>
    attempt(async () => verifyProof(await proofOf(at / 1000 + limits.proofAheadSecondsMax + more))),
  askedPersonsMax: (more) => {
    const events = Array.from({ length: limits.askedPersonsMax - 1 + more }, (_, index) =>
      event(`P-${100_000_000_000 + index}`),
    );
    return post({ query: propose, variables: { input: { ...proposal, events } } }, {}, "lka-nrw");
  },
  requestsBurstMax: (more) =>
    requests(requestsBurstMax + more, 0).then((verdict) => verdict.replace("requestsPerSecondMax", "requestsBurstMax")),
  requestsPerSecondMax: (more) => requests(requestsBurstMax, limits.requestsPerSecondMax + more),
  strangersBurstMax: (more) =>
    strangers(one, strangersBurstMax + more, 0).then((verdict) =>
      verdict.replace("strangersPerSecondMax", "strangersBurstMax"),
    ),
  strangersPerSecondMax: (more) => strangers(one, strangersBurstMax, limits.strangersPerSecondMax + more),
  allStrangersBurstMax: (more) =>
    strangers(many, allStrangersBurstMax + more, 0).then((verdict) =>
      verdict.replace("allStrangersPerSecondMax", "allStrangersBurstMax"),
    ),
  allStrangersPerSecondMax: (more) => strangers(many, allStrangersBurstMax, limits.allStrangersPerSecondMax + more),
  personsAnHourMax: async (more) => {
    const verdicts = Object.entries(limits.personsAnHourMax).map(([purpose, allowed]) => {
      const askedPersons = Array.from({ length: allowed + more }, (_, index) => `P-${index}`);
      const who = { office: "RRK_MUENSTER", person: "rrk-ms-0141", purpose, caseRef: null };
      return attempt(() =>
        new Wear(limits, 1, []).admitAsked(
          who,
          { askedPersons, askedCases: [] },
          { payloads: new Map() },
          new Date(at),
        ),
      );
    });
    return [...new Set(await Promise.all(verdicts))].join();
  },
  casesAnHourMax: (more) => {
    const wear = new Wear(limits, 1, []);
    return attempt(() => {
      for (let count = 0; count < limits.casesAnHourMax + more; count += 1) {
        const who = { office: "ABH_05554", person: "a", purpose: "RESIDENCE_PROCEDURE", caseRef: `ABH-${count}` };
        wear.admitAsked(who, { askedPersons: [], askedCases: [] }, { payloads: new Map() }, new Date(at));
      }
    });
  },
};

/** What the limit itself lets through, and is refused for another reason. */
const refusedOtherwise: Readonly<Partial<Record<keyof typeof limits, string>>> = {
  headerBytesMax: "METHOD_NOT_ALLOWED",
  purposeCharactersMax: "PURPOSE_NOT_PERMITTED",
  tokenCharactersMax: "UNAUTHENTICATED",
  proofCharactersMax: "PROOF_INVALID",
};

describe("Every limit holds at the limit and refuses one more, by its name, before anything is asked of a subgraph", () => {
  test.each(Object.keys(limits) as (keyof typeof limits)[])("%s", async (name) => {
    expect(await probes[name](0)).toBe(refusedOtherwise[name] ?? "answered");
    expect(await probes[name](1)).toBe(`${limited}${name}`);
  });

  test("and no probe is left of a limit that is gone", () => {
    expect(Object.keys(probes).sort()).toEqual(Object.keys(limits).sort());
  });
});

describe("Introspection", () => {
  test("as tools send it is answered", async () => {
    const options = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    expect(await ask(getIntrospectionQuery(options))).toBe("answered");
  });

  test("costs by its lists like everything else", async () => {
    const schema = `__schema { types { fields { args { ${times(20, () => "name")} } } } }`;
    expect(await ask(`{ a: ${schema} b: ${schema} }`)).toBe("answered");
    expect(await ask(`{ a: ${schema} b: ${schema} c: ${schema} }`)).toBe(`${limited}costMax`);
  });
});
