import { logCommand } from "./logCommand.ts";

try {
  const { output, holds } = await logCommand(process.argv.slice(2), process.env);
  process.stdout.write(output);
  process.exitCode = holds ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : "The log could not be read.");
  process.exitCode = 2;
}
