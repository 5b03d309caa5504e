import { accessIndexCommand } from "./accessIndexCommand.ts";

process.exitCode = await accessIndexCommand(process.argv.slice(2), process.env, {
  output: process.stdout,
  errors: process.stderr,
});
