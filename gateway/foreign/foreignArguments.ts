import { parseArgs } from "node:util";

/** What the command line of a foreign gateway says. */
export interface ForeignArguments {
  readonly help: boolean;
  /** File of the supergraph's SDL. */
  readonly supergraph: string;
  /** 0: any free one. */
  readonly port: number;
}

const options = {
  supergraph: { type: "string" },
  port: { type: "string", default: "4000" },
  policy: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** @throws Error with one line that says what to do */
export function foreignArguments(args: string[], environment: NodeJS.ProcessEnv): ForeignArguments {
  const { values } = parseArgs({ args, options });
  const { help, supergraph = "", policy } = values;
  const port = Number(values.port);
  if (!help) {
    if (environment.NODE_ENV === "production") {
      throw new Error("A gateway that allows everything does not start with NODE_ENV=production. Use npm start.");
    }
    if (policy !== "allow-all")
      throw new Error("--policy: say allow-all. A policy with rules is what npm start serves.");
    if (supergraph === "") throw new Error("--supergraph: name the file of a supergraph's SDL.");
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error("--port: a whole number from 0 to 65535.");
  }
  return { help, supergraph, port };
}
