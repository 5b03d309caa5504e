import { tokenCommand } from "./tokenCommand.ts";

const { output, complaint, exitCode } = await tokenCommand(process.argv.slice(2), process.env);
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
