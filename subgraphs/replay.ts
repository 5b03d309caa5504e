import { replayCommand } from "./replayCommand.ts";

process.exitCode = await replayCommand(process.argv.slice(2), process.env, {
  output: process.stdout,
  errors: process.stderr,
});
