// Installs the locked dependencies when they are missing or older than package-lock.json.
// Plain CommonJS without dependencies: it runs on whatever Node the machine has, before Node 24 is there.
const { existsSync, readFileSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const root = join(__dirname, "..");
const marker = join(root, "node_modules", ".package-lock.json");

/** Compares what the lock file asks for with what npm recorded as installed (optional packages of other platforms aside). */
function installed() {
  if (!existsSync(marker)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(marker, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || present[path]?.version === entry.version,
  );
}

if (!installed()) {
  process.stderr.write("Installing dependencies (npm ci) ...\n");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    process.stderr.write("npm ci failed: see the message above. Is the npm registry reachable?\n");
    process.exit(1);
  }
}
