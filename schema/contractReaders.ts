import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/** Committed contract → who reads it, each as `<kind or office> <role>`. */
export const contractReaders: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    z
      .record(z.string(), z.array(z.string()))
      .parse(parse(readFileSync(new URL("contracts/index.yaml", import.meta.url), "utf8"))),
  ),
);
