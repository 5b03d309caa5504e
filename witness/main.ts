import { rawPublicKey, verifierKey } from "../schema/tlog/noteKey.ts";
import { Witness } from "./Witness.ts";
import { witnessMemory } from "./WitnessMemory.ts";
import { witnessServer } from "./witnessServer.ts";
import { witnessSettings } from "./witnessSettings.ts";

const help = `Cosigns checkpoints of the access log where they continue what was cosigned before (C2SP tlog-witness).

  npm run witness

  WITNESS_KEY_FILE       the witness's own private key (Ed25519, PKCS #8 PEM)
  WITNESS_LOG_KEY_FILE   the log's public key (Ed25519, SPKI PEM): npm run -s log -- key prints it
  WITNESS_MEMORY         folder of the last checkpoints, which no other process writes
  WITNESS_NAME           name under which it cosigns: witness.sichtfeld by default
  WITNESS_ORIGIN_PREFIX  logs that it looks at, by the beginning of their origin: sichtfeld/ by default
  HOST, PORT             where it listens: 127.0.0.1, 4100 by default

Prints its verifier key, which the gateway is given with the address in SICHTFELD_WITNESSES_FILE.
`;

if (process.argv.slice(2).some((each) => each === "--help" || each === "-h")) {
  console.log(help);
} else {
  try {
    const { name, host, port, key, memoryFolder, log } = witnessSettings(process.env);
    const server = witnessServer(new Witness(name, key, [log], witnessMemory(memoryFolder)));
    const url = await server.listen({ host, port });
    console.log(`${url} ${verifierKey({ name, type: "cosignature", publicKey: rawPublicKey(key) })}`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)));
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : "The witness could not start.");
    process.exitCode = 2;
  }
}
