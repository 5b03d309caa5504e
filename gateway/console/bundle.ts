import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build, stop } from "esbuild";

/** A file of the console, as it is sent. */
export interface BundledFile {
  readonly type: string;
  readonly body: Buffer;
  /** The same, compressed; null for what is compressed by itself. */
  readonly brotli: Buffer | null;
  /** Strong entity tag over the body. */
  readonly tag: string;
}

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  woff2: "font/woff2",
};

let bundled: Promise<ReadonlyMap<string, BundledFile>> | undefined;

/**
 * The console's pages for the browser, by name below `/konsole/`: made on first need, in memory, and kept while the process lives.
 *
 * @throws Error where a page does not compile
 */
export function bundle(): Promise<ReadonlyMap<string, BundledFile>> {
  bundled ??= make().catch((error: unknown) => {
    bundled = undefined;
    throw error;
  });
  return bundled;
}

async function make(): Promise<ReadonlyMap<string, BundledFile>> {
  const pages = new URL("pages/", import.meta.url);
  const result = await build({
    entryPoints: ["main.tsx", "main.css"].map((name) => fileURLToPath(new URL(name, pages))),
    outdir: fileURLToPath(pages),
    bundle: true,
    // What only one action needs comes with that action.
    splitting: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    tsconfig: fileURLToPath(new URL("tsconfig.json", pages)),
    loader: { ".woff2": "file" },
    assetNames: "[name]",
    legalComments: "none",
    logLevel: "silent",
  });
  // It keeps a process of its own, which is not needed again.
  await stop();
  return new Map(result.outputFiles.map(({ path, contents }) => fileOf(path, Buffer.from(contents))));
}

function fileOf(path: string, body: Buffer): readonly [string, BundledFile] {
  const name = path.replace(/^.*[\\/]/, "");
  const type = types[name.replace(/^.*\./, "")] ?? "application/octet-stream";
  const brotli = name.endsWith(".woff2")
    ? null
    : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return [name, { type, body, brotli, tag: `"${createHash("sha256").update(body).digest("base64url")}"` }];
}
