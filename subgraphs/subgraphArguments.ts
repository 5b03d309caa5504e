import { parseArgs } from "node:util";
import { z } from "zod";
import { roster } from "./roster.ts";
import type { Subgraph } from "./shell/Subgraph.ts";

/** What `npm run subgraph` was asked for. */
export interface SubgraphArguments {
  readonly subgraph: Subgraph;
  readonly port: number;
  readonly host: string;
}

const names = roster.map(({ name }) => name).join(", ");
const portText = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port < 65_536);

/** Port where neither --port nor PORT says another. */
const defaultPort = "4001";

/**
 * Reads the arguments of `npm run subgraph`, and PORT and HOST of the environment.
 *
 * @returns null where help was asked for
 * @throws Error with one line that says what to do
 */
export function subgraphArguments(args: string[], environment: NodeJS.ProcessEnv): SubgraphArguments | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [name, ...others] = positionals;
  const subgraph = roster.find((each) => each.name === name);
  if (subgraph === undefined || others.length > 0)
    throw new Error(`Name one subgraph of ${names}, for example: npm run subgraph -- immigration --port 4001.`);
  const port = portText.safeParse(values.port ?? environment.PORT ?? defaultPort);
  if (!port.success) throw new Error("--port (or PORT) must be a whole number from 0 to 65535; 0 takes any free port.");
  return { subgraph, port: port.data, host: environment.HOST ?? "127.0.0.1" };
}

function parse(args: string[]) {
  try {
    const options = { port: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run subgraph -- --help.`);
  }
}
