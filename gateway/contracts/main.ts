import { schemaCommand } from "./schemaCommand.ts";

const { output, complaint, exitCode } = schemaCommand(process.argv.slice(2), new Date().toISOString().slice(0, 10));
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
