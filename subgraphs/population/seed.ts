import { seedCommand } from "./seedCommand.ts";

process.exitCode = await seedCommand(process.argv.slice(2), process.env, {
  output: process.stdout,
  errors: process.stderr,
});
