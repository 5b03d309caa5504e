import { pilotCommand } from "./pilotCommand.ts";

process.exitCode = await pilotCommand(process.argv.slice(2), process.env, {
  output: process.stdout,
  errors: process.stderr,
});
