import { generateKeyPairSync, type webcrypto } from "node:crypto";
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { Decisions } from "../../gateway/Decisions.ts";
import { type Fetch, openFetch } from "../../gateway/fetch.ts";
import { GrantSigner } from "../../gateway/GrantSigner.ts";
import { loadSupergraph } from "../../gateway/loadSupergraph.ts";
import type { NarrowedOperation } from "../../gateway/narrow.ts";
import { type Operation, readOperation } from "../../gateway/Operation.ts";
import { abilityFor, type OfficeAbility } from "../../gateway/policy/ability.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import type { Policy, PolicyOffice } from "../../gateway/policy/Policy.ts";
import type { Requester } from "../../gateway/Requester.ts";
import { type Redacted, redact } from "../../gateway/redact.ts";
import type { Supergraph } from "../../gateway/Supergraph.ts";
import { offices } from "../../schema/offices.ts";
import { subgraphNames } from "../../schema/subgraphNames.ts";
import { answeringDoor } from "./answeringDoor.ts";

/** How much of the filter is at work. */
export type FilterPart = "off" | "field rules" | "field and record rules";

const requester: Requester = {
  office: "RRK_MUENSTER",
  holder: "RRK_MUENSTER",
  role: "CASEWORKER",
  person: "rrk-ms-0141",
  responsiblePerson: "rrk-ms-0100",
  client: "a-client",
  purposes: ["CASE_MANAGEMENT"],
  purpose: "CASE_MANAGEMENT",
  caseRef: "FM-2026-0001",
  reason: "Messung",
};
const date = "2026-06-15";

/** The stages of the filter for one caseworker of RRK Münster, put together without HTTP, record and database. */
export class FilterWorkbench {
  readonly decisions: Decisions;
  /** Edges of every list of edges that the subgraphs answer. */
  edges = 20;
  readonly #supergraph: Supergraph;
  readonly #policy: Policy = loadPolicy();
  readonly #office: PolicyOffice;
  readonly #fetch: Fetch;

  private constructor(supergraph: Supergraph, office: PolicyOffice, fetch: Fetch) {
    this.#supergraph = supergraph;
    this.#office = office;
    this.#fetch = fetch;
    this.decisions = new Decisions(supergraph);
  }

  static async open(): Promise<FilterWorkbench> {
    const office = offices.get(requester.office);
    if (office === undefined) throw new Error(`There is no office ${requester.office}.`);
    const supergraph = loadSupergraph();
    const { privateKey } = generateKeyPairSync("ed25519");
    const key = privateKey.toCryptoKey({ name: "Ed25519" }, false, ["sign"]) as webcrypto.CryptoKey;
    let bench: FilterWorkbench | null = null;
    const doors = new Map(subgraphNames.map((name) => [name, answeringDoor(name, () => bench?.edges ?? 0)]));
    bench = new FilterWorkbench(supergraph, office, await openFetch(supergraph, doors, new GrantSigner(key)));
    return bench;
  }

  /** The policy that comes with the gateway, with as many rules as it is told: the further ones grant what others grant. */
  policyOf(rules: number): Policy {
    const own = this.#policy.rules.filter(({ who }) => who.offices.includes("RRK"));
    const further = Array.from({ length: Math.max(0, rules - own.length) }, (_, index) => {
      const like = own[index % own.length];
      if (like === undefined) throw new Error("The policy has no rule for an RRK.");
      return { ...like, id: `R-BENCH-${index}` };
    });
    return { ...this.#policy, rules: [...own, ...further] };
  }

  /** The ability under a policy; that of the gateway's own unless it is said. */
  ability(policy: Policy = this.#policy): OfficeAbility {
    return abilityFor(policy, this.#office, requester.role, "CASE_MANAGEMENT", date);
  }

  /** Reads a text, as often as it is sent. */
  operation(text: string): () => Operation {
    const document = parse(text);
    const [fault] = validate(this.#supergraph.apiSchema, document);
    if (fault !== undefined) throw fault;
    const definition = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("The document holds no operation.");
    written.set(definition, document);
    return () => readOperation(document, definition, {}, this.#supergraph.apiSchema, this.#supergraph);
  }

  /** What the subgraphs give for an operation when so much of the filter is at work, and what is left of it. */
  async ask(operation: Operation, part: FilterPart, ability: OfficeAbility): Promise<Redacted | null> {
    const { decision, narrowed } = this.decisions.of(operation, ability);
    const asked = part === "off" ? asWritten(operation) : narrowed;
    const question = { operation, decision, requester, operationId: "bench", date };
    const { data } = await this.#fetch({ ...question, narrowed: asked });
    return part === "field and record rules" ? redact(operation, decision, data) : null;
  }

  /**
   * What came back of the narrowed operation, for looking at it again and again.
   *
   * @returns looks at it as the first answer of its decision, or as a later one
   */
  async fetched(operation: Operation, ability: OfficeAbility): Promise<(turn: "first" | "later") => Redacted> {
    const { decision, narrowed } = this.decisions.of(operation, ability);
    const { data } = await this.#fetch({ narrowed, operation, decision, requester, operationId: "bench", date });
    return (turn) => redact(operation, turn === "first" ? { ...decision } : decision, data);
  }

  close(): Promise<void> {
    return this.#fetch.stop();
  }
}

const written = new WeakMap<OperationDefinitionNode, DocumentNode>();

/** The operation as its sender wrote it, for a gateway that filters nothing. */
function asWritten({ definition, hash }: Operation): NarrowedOperation {
  const document = written.get(definition);
  if (document === undefined) throw new Error("The operation was not read here.");
  return { document, text: "", hash: `written ${hash}`, variableNames: new Set() };
}
