import { announceCommand } from "./announceCommand.ts";

process.exitCode = await announceCommand(process.argv.slice(2), process.env, {
  output: process.stdout,
  errors: process.stderr,
});
