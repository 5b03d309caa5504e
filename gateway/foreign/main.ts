import { type ForeignArguments, foreignArguments } from "./foreignArguments.ts";
import { startForeignGateway } from "./startForeignGateway.ts";

const help = `Serves any federated supergraph with a policy that allows everything: nothing is withheld, nothing is recorded.

  npm run gateway -- --supergraph <file> --policy allow-all [--port <number>]

  --supergraph <file>  SDL of the supergraph; it names its subgraphs' addresses
  --policy allow-all   says that this is meant: the gateway with rules is npm start
  --port <number>      port on loopback, 4000 by default, 0 for any free one

It is there to try how plans are run, and is refused with NODE_ENV=production.
`;

async function serve({ supergraph, port }: ForeignArguments): Promise<void> {
  const gateway = await startForeignGateway(supergraph, port);
  const stop = () => void gateway.stop().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  console.log(`Ready, and everything is allowed: ${gateway.url}`);
}

try {
  const given = foreignArguments(process.argv.slice(2), process.env);
  if (given.help) process.stdout.write(help);
  else await serve(given);
} catch (error) {
  console.error(error instanceof Error ? error.message : "The gateway could not start.");
  process.exitCode = 2;
}
