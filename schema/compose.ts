import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { composeSupergraph } from "./composeSupergraph.ts";
import { subgraphNames } from "./subgraphNames.ts";
import { subgraphSdl } from "./subgraphSdl.ts";

const usage = `npm run schema              composes schema/supergraph.graphql from the subgraphs' SDL
npm run schema -- --check   fails when the committed file is not what composing gives`;

const { values } = parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const file = new URL("supergraph.graphql", import.meta.url);
const { supergraphSdl, faults } = composeSupergraph(subgraphNames.map((name) => ({ name, sdl: subgraphSdl(name) })));
if (supergraphSdl === null) {
  console.error(faults.join("\n"));
  process.exit(1);
}
if (values.check) {
  if (readFileSync(file, "utf8") !== supergraphSdl) {
    console.error("schema/supergraph.graphql is stale. Run npm run schema and commit the result.");
    process.exit(1);
  }
  console.error("schema/supergraph.graphql is fresh.");
} else {
  writeFileSync(file, supergraphSdl);
  console.error("Wrote schema/supergraph.graphql.");
}
