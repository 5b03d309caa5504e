import { personaListing } from "./personaListing.ts";

// `npm run -s personas`: the personas as JSON on standard output, nothing else.
if (process.argv.length > 2) {
  process.stderr.write(
    "Usage: npm run -s personas   (prints the personas of the demonstration as JSON, and takes no arguments)\n",
  );
  process.exitCode = ["--help", "-h"].includes(process.argv[2] ?? "") ? 0 : 2;
} else process.stdout.write(`${JSON.stringify(personaListing, null, 2)}\n`);
