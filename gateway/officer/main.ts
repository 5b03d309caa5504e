import { officerCommand } from "./officerCommand.ts";

const today = new Date().toISOString().slice(0, 10);
const { output, complaint, exitCode } = await officerCommand(process.argv.slice(2), process.env, today);
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
