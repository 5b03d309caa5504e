import { reportCommand } from "./reportCommand.ts";

const { output, complaint, exitCode } = await reportCommand(process.argv.slice(2), (id) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${id} `);
});
process.stderr.write(complaint);
process.stdout.write(output);
process.exitCode = exitCode;
