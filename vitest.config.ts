import { defineConfig } from "vitest/config";

export default defineConfig({
  // Vite would take graphql's .mjs files where the Apollo packages load its .js files: two graphql modules in one process.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/globalSetup.ts"],
    // Two cores: two files at a time, each in a process of its own, so that PGlite and ports are nobody else's.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
