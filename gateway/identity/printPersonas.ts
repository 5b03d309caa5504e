import { personaListing } from "./personaListing.ts";

// `npm run -s personas`: the personas as JSON on standard output, nothing else.
process.stdout.write(`${JSON.stringify(personaListing, null, 2)}\n`);
