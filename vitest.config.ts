import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/globalSetup.ts"],
    // Modules are loaded by Node as in production, not transformed by Vite: one graphql in the process, and no time for it.
    experimental: { viteModuleRunner: false },
    // Two cores: two processes, each with one file at a time, so that databases and ports are nobody else's. The files of a
    // process share its modules, which take longer to load than most tests to run; no test changes what a module keeps.
    pool: "forks",
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
