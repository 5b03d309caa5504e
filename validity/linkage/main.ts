import { linkageCommand } from "./linkageCommand.ts";

process.exitCode = linkageCommand(process.argv.slice(2), { output: process.stdout, errors: process.stderr });
