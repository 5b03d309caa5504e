import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandResult } from "../CommandResult.ts";
import { readState } from "./DeliveryState.ts";

const help = `Tells how deliveries to webhook receivers stand, and has what was set aside sent again.

  npm run -s webhooks -- list              of each receiver: dead letters, attempts at the next notice
  npm run -s webhooks -- replay RECEIVER   has its dead letters sent again, in their order; corrections stand by themselves, as RECEIVER.corrections

States are kept in the folder webhooks of SICHTFELD_DATA (.data by default), also while the gateway runs. A dead letter to which the right has ended
is not sent. The exit status is 0, 1 where there is no such receiver or state, 2 for wrong arguments.
`;

/** Does what `npm run webhooks` is asked to. */
export function webhooksCommand(args: readonly string[], environment: NodeJS.ProcessEnv): CommandResult {
  const folder = join(environment.SICHTFELD_DATA ?? ".data", "webhooks");
  const [command, receiver, ...rest] = args;
  if (command === "--help" || command === "-h") return { exitCode: 0, output: help, complaint: "" };
  if (command === "list" && receiver === undefined) return list(folder);
  if (command === "replay" && receiver !== undefined && rest.length === 0) return replay(folder, receiver);
  return {
    exitCode: 2,
    output: "",
    complaint: "Say list, or replay and a receiver. See npm run -s webhooks -- --help.\n",
  };
}

function list(folder: string): CommandResult {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const states = files.sort().map((name) => ({ name: name.slice(0, -5), state: readState(join(folder, name)) }));
  const lines = states.flatMap(({ name, state }) => [
    `${name}: ${state.dead.length} dead letters, ${state.attempts} failed attempts at the next notice`,
    ...state.dead.map(({ notice, at, failure }) => `  ${notice}  ${at}  ${failure}`),
  ]);
  return { exitCode: 0, output: lines.map((line) => `${line}\n`).join(""), complaint: "" };
}

function replay(folder: string, receiver: string): CommandResult {
  const file = join(folder, `${receiver}.json`);
  if (!/^[a-z0-9-]+(\.corrections)?$/.test(receiver) || !existsSync(file))
    return { exitCode: 1, output: "", complaint: "There is no receiver of that name with a state. See list.\n" };
  const { dead } = readState(file);
  if (dead.length > 0) writeFileSync(`${file}.replay`, "");
  return { exitCode: 0, output: `${dead.length} dead letters of ${receiver} are sent again.\n`, complaint: "" };
}
