import { documentsCommand } from "./documentsCommand.ts";

const { output, complaint, exitCode } = documentsCommand(process.argv.slice(2), process.env);
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
