import { metamorphicCommand } from "./metamorphicCommand.ts";

process.exitCode = metamorphicCommand(process.argv.slice(2), { output: process.stdout, errors: process.stderr });
