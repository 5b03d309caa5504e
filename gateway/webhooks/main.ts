import { webhooksCommand } from "./webhooksCommand.ts";

const { output, complaint, exitCode } = webhooksCommand(process.argv.slice(2), process.env);
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
