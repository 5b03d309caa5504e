import { validityCommand } from "./validityCommand.ts";

process.exitCode = await validityCommand(process.argv.slice(2), process.env, {
  output: process.stdout,
  errors: process.stderr,
});
