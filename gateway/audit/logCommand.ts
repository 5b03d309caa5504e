import { parseArgs } from "node:util";
import type { Findings } from "./command/Findings.ts";
import { printBundle } from "./command/printBundle.ts";
import { printConsistency } from "./command/printConsistency.ts";
import { printEnds } from "./command/printEnds.ts";
import { printErasure } from "./command/printErasure.ts";
import { printKey } from "./command/printKey.ts";
import { printProof } from "./command/printProof.ts";
import { printVerification } from "./command/printVerification.ts";

const help = `Judges the access log by its files and the log's public key alone, and ends what is over.

  npm run log -- verify [<folder>] --key <file>
      journal, key table and tree of every shard in the log's folder: SICHTFELD_LOG or .data/access-log by default
  npm run log -- prove <shard's folder> <index or id of an operation> --key <file>
      an entry, that it stands in the tree, and the checkpoint, as JSON
  npm run log -- consistency <shard's folder> <earlier checkpoint> --key <file>
      that the present tree continues the one of an earlier checkpoint (a file that was kept elsewhere)
  npm run log -- verify-bundle <bundle> --key <file> [--csv <file>] [--json-lines <file>]
      exported access records (npm run access-export, or accessExport of the schema) by their proofs, and the documents by what these prove;
      needs no log. With several gateways, --key for the key of each
  npm run -s log -- key [<file>]
      the public half of a key: of .data/access-log-key.pem by default
  npm run log -- end [<folder>] --signing-key <file>
      destroys the shards whose time is over (schema/accessLogRetention.yaml, by the machine's clock), with their keys; of each a signed
      statement of the last tree head remains. Nothing ends a shard before; with --shard <instance>/<shard> --actor <staff id> the one that is named, and
      before its day the attempt is on record (instance tasks) and the command ends with 1
  npm run log -- forget <instance> [<folder>] --person <reference> --case <reference> --reason <text> --actor <staff id> --because <norm or order> --signing-key <file>
      erases the rows of the key table that name these data subjects, cases and reasons: the entries stay and name them no more. Of an instance that
      no gateway writes; a running gateway takes POST /log/<instance>/erasures (docs/access-log.md)

  --key <file>          public key of the log: PEM, or a verifier key (C2SP signed-note)
  --signing-key <file>  the log's private key: .data/access-log-key.pem by default

Ends with 0 where everything holds, with 1 where something does not, with 2 where the command cannot be carried out.
`;

/** Runs `npm run log`. @throws Error with one line that says what to do */
export async function logCommand(given: readonly string[], environment: NodeJS.ProcessEnv): Promise<Findings> {
  const { values, positionals } = parse([...given]);
  const [command, first, second] = positionals;
  if (values.help || command === undefined) return { output: help, holds: true };
  const key = () => {
    const [first] = values.key ?? [];
    if (first === undefined) throw new Error("--key: name the file of the log's public key.");
    return first;
  };
  const needed = (value: string | undefined, what: string) => {
    if (value === undefined) throw new Error(`${command}: name ${what}. See npm run log -- --help.`);
    return value;
  };
  const data = environment.SICHTFELD_DATA ?? ".data";
  switch (command) {
    case "verify":
      return printVerification(first ?? environment.SICHTFELD_LOG ?? `${data}/access-log`, key(), Date.now());
    case "prove":
      return printProof(needed(first, "the folder of a shard"), needed(second, "an index or an id"), key());
    case "consistency":
      return printConsistency(needed(first, "the folder of a shard"), needed(second, "an earlier checkpoint"), key());
    case "verify-bundle":
      return printBundle(needed(first, "a bundle"), [key(), ...(values.key ?? []).slice(1)], {
        csv: values.csv ?? null,
        jsonLines: values["json-lines"] ?? null,
      });
    case "key":
      return printKey(first ?? `${data}/access-log-key.pem`);
    case "end":
      return printEnds(
        first ?? environment.SICHTFELD_LOG ?? `${data}/access-log`,
        values["signing-key"] ?? `${data}/access-log-key.pem`,
        Date.now(),
        values.shard === undefined ? null : { shard: values.shard, actor: needed(values.actor, "--actor") },
      );
    case "forget":
      return printErasure(
        second ?? environment.SICHTFELD_LOG ?? `${data}/access-log`,
        needed(first, "an instance"),
        values["signing-key"] ?? `${data}/access-log-key.pem`,
        { persons: values.person ?? [], cases: values.case ?? [], reasons: values.reason ?? [] },
        { actor: needed(values.actor, "--actor"), because: needed(values.because, "--because, the norm or order") },
      );
    default:
      throw new Error(`There is no command ${command}. See npm run log -- --help.`);
  }
}

function parse(args: string[]) {
  const options = {
    key: { type: "string", multiple: true },
    csv: { type: "string" },
    "json-lines": { type: "string" },
    person: { type: "string", multiple: true },
    case: { type: "string", multiple: true },
    reason: { type: "string", multiple: true },
    actor: { type: "string" },
    shard: { type: "string" },
    because: { type: "string" },
    "signing-key": { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/);
    throw new Error(`${sentence}. See npm run log -- --help.`);
  }
}
