import { destroyCommand } from "./destroyCommand.ts";

process.exitCode = await destroyCommand(process.argv.slice(2), process.env, {
  output: process.stdout,
  errors: process.stderr,
});
