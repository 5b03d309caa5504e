import { fuzzCommand } from "./fuzzCommand.ts";

process.exitCode = await fuzzCommand(process.argv.slice(2), { output: process.stdout, errors: process.stderr });
