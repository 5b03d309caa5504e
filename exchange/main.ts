import { importCommand } from "./importCommand.ts";

const today = new Date().toISOString().slice(0, 10);
const { stdout: output, stderr: errors } = process;
process.exitCode = await importCommand(process.argv.slice(2), process.env, { output, errors }, today);
