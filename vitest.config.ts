import { defineConfig } from "vitest/config";

export default defineConfig({
  // Vite would take graphql's .mjs files where the Apollo packages load its .js files: two graphql modules in one process.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/globalSetup.ts"],
    // Two cores: two processes, each with one file at a time, so that databases and ports are nobody else's. The files of a
    // process share its modules, which take longer to load than most tests to run; no test changes what a module keeps.
    // Modules are loaded by Vite, not by Node (`experimental.viteModuleRunner`): Node never lets go of a test file, nor of the database in it.
    pool: "forks",
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
