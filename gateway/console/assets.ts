import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A file of the console, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /** Strong entity tag over the body. */
  readonly tag: string;
}

const script = "text/javascript; charset=utf-8";
const style = "text/css; charset=utf-8";
const { resolve } = createRequire(import.meta.url);

/** Path of a file in an npm package, whether or not the package exports it. */
function packaged(name: string, file: string): string {
  return join(dirname(resolve(`${name}/package.json`)), file);
}

/** Name below `/graphiql/assets/` → where the file stands and what it is. */
const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
  "react.js": [packaged("react", "umd/react.production.min.js"), script],
  "react-dom.js": [packaged("react-dom", "umd/react-dom.production.min.js"), script],
  "graphiql.js": [packaged("graphiql", "graphiql.min.js"), script],
  "graphiql.css": [packaged("graphiql", "graphiql.min.css"), style],
  "console.js": [resolve("./page/console.js"), script],
  "Session.js": [resolve("./page/Session.js"), script],
  "graphiqlView.js": [resolve("./page/graphiqlView.js"), script],
  "offeredExamples.js": [resolve("./page/offeredExamples.js"), script],
  "personExamples.js": [resolve("./page/personExamples.js"), script],
  "exampleQueries.js": [resolve("./page/exampleQueries.js"), script],
  "memoryStorage.js": [resolve("./page/memoryStorage.js"), script],
  "console.css": [resolve("./page/console.css"), style],
};

/** Every file of the console beside the page itself, read once. */
export const assets: ReadonlyMap<string, Asset> = new Map(
  Object.entries(files).map(([name, [path, type]]) => {
    const body = readFileSync(path);
    return [name, { type, body, tag: `"${createHash("sha256").update(body).digest("base64url")}"` }];
  }),
);
