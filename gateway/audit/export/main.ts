import { exportArguments } from "./exportArguments.ts";
import { exportRecords } from "./exportRecords.ts";

try {
  const given = exportArguments(process.argv.slice(2), process.env);
  if (typeof given === "string") process.stdout.write(given);
  else {
    const records = await exportRecords(given, (done) => process.stderr.write(`\r${done} records`));
    process.stderr.write("\n");
    process.stdout.write(`${records} records in ${given.folder}\n`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : "The records could not be exported.");
  process.exitCode = 2;
}
