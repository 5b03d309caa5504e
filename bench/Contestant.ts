import type { ArenaGateway, GatewayName } from "./Arena.ts";
import { Caller } from "./Caller.ts";
import type { Question } from "./questions.ts";
import type { Bench } from "./Subject.ts";
import type { Answering } from "./sameAnswers.ts";

const titles: Readonly<Record<GatewayName, string>> = {
  filtered: "filter and record on",
  bare: "bare @apollo/gateway",
  embedded: "filter and record on, one process",
  unrecorded: "filter on, record dropped",
  filteredInMemory: "filter and record on",
  unrecordedInMemory: "filter on, record dropped",
  inProcess: "filter and record on, one process",
  bareInMemory: "bare @apollo/gateway",
  openInMemory: "the same gateway, filter and record off",
  mergingInMemory: "written by hand: the same calls, merged",
};

/** Gateways that sign no grants of their own. */
const takingGrants = new Set<GatewayName>(["bare", "bareInMemory", "openInMemory", "mergingInMemory"]);

/** A gateway that is asked the same questions in turn, and must go on giving the same answers. */
export class Contestant implements Answering {
  readonly name: GatewayName;
  readonly title: string;
  readonly gateway: ArenaGateway;
  readonly #caller: Caller;
  readonly #questions: readonly Question[];
  readonly #answers = new Map<Question, Buffer>();
  #asked = 0;

  private constructor(name: GatewayName, gateway: ArenaGateway, caller: Caller, questions: readonly Question[]) {
    this.name = name;
    this.title = titles[name];
    this.gateway = gateway;
    this.#caller = caller;
    this.#questions = questions;
  }

  /** Starts the gateway if it does not run yet. */
  static async enter(
    { arena, pace, progress }: Bench,
    name: GatewayName,
    questions: readonly Question[],
  ): Promise<Contestant> {
    progress(`starts: ${titles[name]}`);
    const gateway = await arena.gateway(name);
    return new Contestant(
      name,
      gateway,
      new Caller(gateway.url, await arena.data.tokens("persons"), pace.clients),
      questions,
    );
  }

  /** @throws Error when the gateway answers otherwise than the first time it was asked the same */
  async ask(): Promise<void> {
    const question = this.#questions[this.#asked++ % this.#questions.length];
    if (question === undefined) throw new Error("There is no question.");
    const answer = await this.#caller.ask(question);
    const first = this.#answers.get(question);
    if (first === undefined) this.#answers.set(question, answer);
    else if (!first.equals(answer)) throw new Error(`"${this.title}" answered the same question in another way.`);
  }

  data(question: Question): Promise<unknown> {
    return this.#caller.data(question);
  }

  async takeGrants(claims: unknown): Promise<void> {
    if (takingGrants.has(this.name)) await this.gateway.process.ask("grant", claims);
  }

  close(): Promise<void> {
    return this.#caller.close();
  }
}
