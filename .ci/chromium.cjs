// Sees to a Chromium for the browser tests. Plain CommonJS without dependencies, like install.cjs.
const { spawnSync } = require("node:child_process");

const names = ["chromium", "chromium-browser", "google-chrome"];

/** Path of the browser; null where there is none. SICHTFELD_CHROMIUM names another. */
function chromium() {
  if (process.env.SICHTFELD_CHROMIUM) return process.env.SICHTFELD_CHROMIUM;
  for (const name of names) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return null;
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ["ignore", 2, 2] }).status === 0;
}

/** Debian and what comes of it; as root, or with sudo that asks nothing. */
function install() {
  const [command, before] = process.getuid?.() === 0 ? ["apt-get", []] : ["sudo", ["-n", "apt-get"]];
  process.stderr.write("Installing Chromium for the browser tests (apt-get) ...\n");
  return (
    run(command, [...before, "update", "-qq"]) &&
    run(command, [...before, "install", "-y", "-qq", "--no-install-recommends", "chromium"])
  );
}

if (require.main === module && chromium() === null && !(install() && chromium() !== null)) {
  process.stderr.write(
    "The browser tests need Chromium. Install it, or set SICHTFELD_CHROMIUM to the path of a Chromium or Chrome.\n",
  );
  process.exit(1);
}

module.exports = { chromium };
