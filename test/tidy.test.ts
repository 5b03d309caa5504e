import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../gateway/errors.ts";
import { limits } from "../gateway/limits.ts";
import { checkProvenance, withoutProvenance } from "../schema/checkProvenance.ts";
import { composeSupergraph } from "../schema/composeSupergraph.ts";
import { subgraphNames } from "../schema/subgraphNames.ts";
import { subgraphSdl } from "../schema/subgraphSdl.ts";
import { subgraphErrorCodes } from "../subgraphs/shell/SubgraphError.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const generated = /^(gateway\/console\/operations\/|docs\/example-client\/operations\.ts$)/;
const sources = files.filter((file) => /\.tsx?$/.test(file) && !generated.test(file));

/** Modules that a file imports: paths inside the project, or names of packages. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^(?:import|export)[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm)].map(
    ([, from, bare]) => {
      const name = from ?? bare ?? "";
      return name.startsWith(".") ? relative(root, resolve(root, dirname(file), name)) : name;
    },
  );
}

function importers(from: (file: string) => boolean, to: (target: string) => boolean): readonly string[] {
  return sources.filter(from).flatMap((file) =>
    importsOf(file)
      .filter(to)
      .map((target) => `${file} imports ${target}`),
  );
}

const production = (file: string) => !file.startsWith("test/") && !file.startsWith("bench/");
const under = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

describe("Imports run one way", () => {
  test("schema imports neither gateway nor subgraphs", () => {
    expect(importers(under("schema"), (target) => /^(gateway|subgraphs)\//.test(target))).toEqual([]);
  });

  test("subgraphs do not import the gateway", () => {
    expect(importers(under("subgraphs"), under("gateway"))).toEqual([]);
  });

  test.each(subgraphNames)("%s imports no other subgraph", (name) => {
    const others = subgraphNames.filter((each) => each !== name);
    expect(
      importers(under(`subgraphs/${name}`), (target) => others.some((each) => target.startsWith(`subgraphs/${each}/`))),
    ).toEqual([]);
  });

  test("the policy does not import the stages", () => {
    expect(importers(under("gateway/policy"), (target) => /^gateway\/[^/]+\.ts$/.test(target))).toEqual([]);
  });

  const stages = [
    "identify",
    "statePurpose",
    "decide",
    "narrow",
    "fetch",
    "redact",
    "record",
    "respond",
    "refuseMutation",
  ];
  test.each(stages)("the stage %s does not import answer, and no stage that follows it at work", (stage) => {
    const imported = importsOf(`gateway/${stage}.ts`);
    expect(imported).not.toContain("gateway/answer.ts");
  });

  test("production code does not import tests", () => {
    expect(importers(production, (target) => /^(test|bench)\//.test(target))).toEqual([]);
  });

  test("what measures the validity imports of the subgraphs functions alone, and scoring imports nothing of it", () => {
    const functions =
      /^subgraphs\/(CommandProgress|scoring\/(engine|catalogue|reducedFacts)|shell\/calendar|population\/seeded|immigration\/linkage\/(blockingKeys|names|compare|model))/;
    expect(importers(under("validity"), (target) => /^subgraphs\//.test(target) && !functions.test(target))).toEqual(
      [],
    );
    const measuring = (target: string) =>
      /^(validity|subgraphs\/validity)\//.test(target) || target.includes("comparisonGroups");
    expect(importers(under("subgraphs/scoring"), measuring)).toEqual([]);
    expect(importers(measuring, under("gateway"))).toEqual([]);
  });

  test("one file alone imports @casl/ability", () => {
    const found = sources.filter((file) => production(file) && importsOf(file).includes("@casl/ability"));
    expect(found).toEqual(["gateway/policy/ability.ts"]);
  });
});

describe("Files stay small", () => {
  test("none has more than 400 lines", () => {
    const long = sources.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 400);
    expect(long).toEqual([]);
  });

  test("the life of a query fits on a screen", () => {
    expect(readFileSync(join(root, "gateway/answer.ts"), "utf8").split("\n").length).toBeLessThan(110);
  });

  test("the naive reference is read in one go, and rests on no line of the gateway", () => {
    const lines = (name: string) => readFileSync(join(root, `test/model/${name}.ts`), "utf8").split("\n").length - 1;
    expect(lines("Reference")).toBeLessThanOrEqual(200);
    const judging = ["Reference", "Rules", "demands", "rowFields"].flatMap((name) =>
      importsOf(`test/model/${name}.ts`),
    );
    expect(judging.filter((name) => name.startsWith("gateway/") || name.startsWith("@casl"))).toEqual([]);
  });

  test("no folder or file is named utils, helpers, common or types", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|types)(\.ts|\/)/i.test(file))).toEqual([]);
  });

  test("nothing is left for later", () => {
    const leftOver = new RegExp(["TO", "DO|FIX", "ME"].join(""));
    const found = sources.filter((file) => leftOver.test(readFileSync(join(root, file), "utf8")));
    expect(found).toEqual([]);
  });
});

describe("The contract", () => {
  const subgraphSources = subgraphNames.map((name) => ({ name, sdl: subgraphSdl(name) }));

  test("is composed without a fault, and the committed supergraph is fresh", () => {
    const { supergraphSdl, faults } = composeSupergraph(subgraphSources);
    expect(faults).toBeNull();
    expect(readFileSync(join(root, "schema/supergraph.graphql"), "utf8")).toBe(supergraphSdl);
  });

  test.for(Object.keys(withoutProvenance))("lets %s off carrying provenance, which it would need otherwise", (type) => {
    const { [type]: _, ...others } = withoutProvenance;
    const faults = subgraphSources.flatMap(({ name, sdl }) => checkProvenance(name, sdl, others));
    expect(faults).toEqual([expect.stringMatching(new RegExp(`: ${type}\\.\\w+ states a fact without its source`))]);
  });

  test("names no error code twice, and every code of a subgraph is known", () => {
    expect(Object.keys(errorCodes)).toEqual([...new Set(Object.keys(errorCodes))]);
    expect(Object.keys(subgraphErrorCodes).sort()).toMatchInlineSnapshot(`
      [
        "BAD_REQUEST",
        "CONFLICT",
        "DATABASE_UNAVAILABLE",
        "FIELD_NOT_GRANTED",
        "GRANT_INVALID",
        "GRANT_MISSING",
        "INTERNAL",
        "INVALID_INPUT",
        "LOG_BROKEN",
        "LOG_UNREADABLE",
        "NOT_FOUND",
      ]
    `);
    expect(Object.keys(errorCodes).sort()).toMatchInlineSnapshot(`
      [
        "BODY_TOO_LARGE",
        "CASE_MISSING",
        "CEILING_REACHED",
        "CONFLICT",
        "DAY_ENDED",
        "HEADERS_TOO_LARGE",
        "HEADER_INVALID",
        "INTERNAL",
        "INVALID_INPUT",
        "ISSUER_UNAVAILABLE",
        "LIMIT_EXCEEDED",
        "LOG_BROKEN",
        "LOG_UNREADABLE",
        "MALFORMED_REQUEST",
        "METHOD_NOT_ALLOWED",
        "MUTATION_REFUSED",
        "MUTATION_UNCERTAIN",
        "NOT_FOUND",
        "NOT_FOUND_ROUTE",
        "PERSISTED_QUERY_NOT_IN_LIST",
        "PROOF_INVALID",
        "PROOF_NONCE_MISSING",
        "PURPOSE_MISSING",
        "PURPOSE_NOT_PERMITTED",
        "QUERY_NOT_IN_SAFELIST",
        "REASON_MISSING",
        "RECORD_UNAVAILABLE",
        "REQUEST_TIMEOUT",
        "REQUEST_UNREADABLE",
        "RESERVED_ALIAS",
        "RETENTION_RUNS",
        "SUBGRAPH_UNAVAILABLE",
        "TOO_MANY_REQUESTS",
        "UNAUTHENTICATED",
        "UNAUTHORIZED_FIELD_OR_TYPE",
      ]
    `);
  });

  test("has limits that are all positive numbers", () => {
    const { personsAnHourMax, ...numbers } = limits;
    const all = [...Object.values(numbers), ...Object.values(personsAnHourMax)];
    expect(all.every((limit) => limit > 0)).toBe(true);
  });
});

describe("The README", () => {
  const readme = existsSync(join(root, "README.md")) ? readFileSync(join(root, "README.md"), "utf8") : "";
  const scripts = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts);

  test("names only commands that exist", () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?([a-z-]+)|(start|test))/g)].map(
      ([, run, own]) => run ?? own ?? "",
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe("Pages", () => {
  const pages = files.filter((file) => file.endsWith(".md"));

  test("link only to files that exist", () => {
    const dead = pages.flatMap((page) => {
      const links = [...readFileSync(join(root, page), "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)];
      return links
        .map(([, link]) => link ?? "")
        .filter((link) => !existsSync(resolve(root, dirname(page), link)))
        .map((link) => `${page}: ${link}`);
    });
    expect(dead).toEqual([]);
  });

  test("of decisions have numbers of their own, which their headings bear", () => {
    const decisions = pages.flatMap((page) => /^docs\/decisions\/(\d{4})-/.exec(page)?.[1] ?? []);
    expect(decisions.length).toBe(new Set(decisions).size);
    const misnamed = pages.filter((page) => {
      const number = /^docs\/decisions\/(\d{4})-/.exec(page)?.[1];
      return number !== undefined && !readFileSync(join(root, page), "utf8").startsWith(`# ${number}: `);
    });
    expect(misnamed).toEqual([]);
  });
});
