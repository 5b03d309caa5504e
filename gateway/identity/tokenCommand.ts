import { parseArgs } from "node:util";
import { nearestNames } from "../../schema/nearestNames.ts";
import type { CommandResult } from "../CommandResult.ts";
import { demonstrationIssuer } from "./demonstrationIssuer.ts";
import { holderKey } from "./holderKey.ts";
import { personas } from "./personas.ts";
import { tokenLife } from "./tokenLife.ts";

const usage = `Usage: npm run -s token -- <persona> [--minutes 1..${tokenLife.minutesMax}] [--bound]   (npm run -s personas lists them)`;

/** Share of the letters of a name that may be wrong for it to be suggested. */
const wrongShareMax = 0.6;
const suggestionsMax = 3;

/** Makes a demonstration token, as `npm run token` is asked to. Never throws. */
export async function tokenCommand(args: string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  const given = commandLine(args);
  if (given?.help) return ending(usage, 0);
  const [name, ...others] = given?.names ?? [];
  if (name === undefined || others.length > 0) return ending(usage, 2);
  const persona = personas.get(name);
  if (persona === undefined) return ending(unknownPersona(name), 2);
  const lifeMinutes = given?.minutes === undefined ? tokenLife.minutesDefault : Number(given.minutes);
  if (!Number.isInteger(lifeMinutes) || lifeMinutes < 1 || lifeMinutes > tokenLife.minutesMax) return ending(usage, 2);
  try {
    const dataFolder = environment.SICHTFELD_DATA ?? ".data";
    const issuer = await demonstrationIssuer(dataFolder, environment.NODE_ENV);
    const boundTo = given?.bound ? { jkt: (await holderKey(dataFolder)).keyId } : undefined;
    return { output: `${await issuer.issueToken(persona, lifeMinutes, boundTo)}\n`, complaint: "", exitCode: 0 };
  } catch (error) {
    return ending((error as Error).message, 1);
  }
}

function commandLine(args: string[]) {
  try {
    const options = {
      minutes: { type: "string" },
      bound: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { ...values, names: positionals };
  } catch {
    return null;
  }
}

function unknownPersona(name: string): string {
  const near = nearestNames(name, personas.keys(), wrongShareMax).slice(0, suggestionsMax);
  const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "npm run -s personas lists them.";
  return `There is no persona ${JSON.stringify(name.slice(0, 64))}. ${hint}`;
}

function ending(line: string, exitCode: CommandResult["exitCode"]): CommandResult {
  return { output: "", complaint: `${line}\n`, exitCode };
}
