import { parseArgs } from "node:util";
import { nearestNames } from "../../schema/nearestNames.ts";
import { demonstrationIssuer } from "./demonstrationIssuer.ts";
import { personas } from "./personas.ts";
import { tokenLife } from "./tokenLife.ts";

const usage = `Usage: npm run -s token -- <persona> [--minutes 1..${tokenLife.minutesMax}]   (npm run -s personas lists them)`;

/** Ends the command with one line on standard error, as standard output is for the token alone: 2 where it was called wrongly, 1 where it cannot be done. */
function end(line: string, exitCode: 0 | 1 | 2): never {
  process.stderr.write(`${line}\n`);
  process.exit(exitCode);
}

function commandLine() {
  try {
    const { values, positionals } = parseArgs({
      options: { minutes: { type: "string" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    return { ...values, names: positionals };
  } catch {
    return end(usage, 2);
  }
}

const { minutes, help, names } = commandLine();
const [name, ...others] = names;
if (help) end(usage, 0);
if (name === undefined || others.length > 0) end(usage, 2);

const persona = personas.get(name);
if (persona === undefined) {
  const near = nearestNames(name, personas.keys(), 0.6).slice(0, 3);
  const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "npm run -s personas lists them.";
  end(`There is no persona ${JSON.stringify(name.slice(0, 64))}. ${hint}`, 2);
}

const lifeMinutes = minutes === undefined ? tokenLife.minutesDefault : Number(minutes);
if (!Number.isInteger(lifeMinutes) || lifeMinutes < 1 || lifeMinutes > tokenLife.minutesMax) end(usage, 2);

try {
  const issuer = await demonstrationIssuer(process.env.SICHTFELD_DATA ?? ".data");
  process.stdout.write(`${await issuer.issueToken(persona, lifeMinutes)}\n`);
} catch (error) {
  end((error as Error).message, 1);
}
