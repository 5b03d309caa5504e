import { fileURLToPath } from "node:url";
import { catalogueCommand } from "./catalogueCommand.ts";

const room = fileURLToPath(new URL("./", import.meta.url));
const { output, complaint, exitCode } = catalogueCommand(process.argv.slice(2), room);
process.stdout.write(output);
process.stderr.write(complaint);
process.exitCode = exitCode;
