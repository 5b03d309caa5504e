import { proofCommand } from "./proofCommand.ts";

const { output, complaint, exitCode } = await proofCommand(process.argv.slice(2), process.env);
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
