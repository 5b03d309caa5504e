import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import ofTheSuite from "../vitest.config.ts";
import { readCatalogue } from "./readCatalogue.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const id = process.env.SICHTFELD_WITHOUT ?? "";
const way = readCatalogue().get(id);
if (way === undefined) throw new Error(`SICHTFELD_WITHOUT: bypass/catalogue.yaml has no way ${id}.`);
const { file, take, put } = way.without;

/** The suite's configuration, with one defence taken away as the modules are loaded; the files stay as they are. */
export default mergeConfig(
  ofTheSuite,
  defineConfig({
    root,
    plugins: [
      {
        name: "without-a-defence",
        enforce: "pre",
        transform: (code, module) =>
          relative(root, module.split("?")[0] ?? "") === file ? code.replace(take, () => put) : undefined,
      },
    ],
  }),
);
