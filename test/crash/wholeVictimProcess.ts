import { writeSync } from "node:fs";
import { unworn } from "../../bench/unworn.ts";
import { demonstrationIssuer } from "../../gateway/identity/demonstrationIssuer.ts";
import { personas } from "../../gateway/identity/personas.ts";
import { startGateway } from "../../gateway/startGateway.ts";

// A process to be killed: the whole gateway with all subgraphs over HTTP. Prints its address and a token, as JSON.
const [dataFolder = "", log = ""] = process.argv.slice(2);
const gateway = await startGateway({
  environment: {
    SICHTFELD_DATA: dataFolder,
    SICHTFELD_PERSONS: "20",
    SICHTFELD_LOG: log,
    SICHTFELD_LOG_INSTANCE: "one",
    PORT: "0",
  },
  onProgress: () => {},
  report: (event, detail) => console.error(event, detail),
  wear: unworn,
});

// Whoever started this process may be killed as well: then nobody is left to kill it.
process.stdin.resume().once("close", () => process.exit());

const persona = personas.get("rrk-muenster-caseworker");
if (persona === undefined) throw new Error("There is no such persona.");
const token = await (await demonstrationIssuer(dataFolder)).issueToken(persona, 60);
writeSync(1, `${JSON.stringify({ url: gateway.url, token })}\n`);
