// Run by the build of AiActBot.csproj: brings in the packages when the lock file changed, then builds the page.
// Several builds may run at once (an IDE, two test projects): one works, the others wait and find it done.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(web, "dist");
const lock = join(dist, ".lock");
const outputs = ["app.js", "app.css", "index.html", "cards.js", "cards.css", "cards.html", "icon.svg"].map((file) => join(dist, file));

function hash(files) {
  const digest = createHash("sha256");
  for (const file of files) digest.update(file.slice(web.length)).update("\0").update(readFileSync(file));
  return digest.digest("hex");
}

const filesIn = (folder) => readdirSync(join(web, folder)).sort().map((name) => join(web, folder, name));
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

function npm(...args) {
  // One string for the shell: npm is a script on Windows, and its arguments here are constants.
  const result = spawnSync(["npm", ...args].join(" "), { cwd: web, shell: true, encoding: "utf8" });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}\n${result.stderr}\n`);
    throw new Error(`npm ${args.join(" ")} failed`);
  }
}

// A build that was killed leaves its lock behind; the process named in it is then gone.
function ownerIsGone() {
  const owner = Number(read(lock));
  if (!owner) return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 10_000;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

async function acquire() {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      const handle = openSync(lock, "wx");
      writeFileSync(handle, String(process.pid));
      closeSync(handle);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (ownerIsGone()) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

await acquire();
try {
  const packages = hash([join(web, "package-lock.json"), join(web, ".npmrc")]);
  const packagesStamp = join(web, "node_modules", ".aiactbot-stamp");
  if (read(packagesStamp) !== packages) {
    npm("ci", "--no-audit", "--no-fund");
    writeFileSync(packagesStamp, packages);
  }
  const sources = packages + hash([join(web, "package.json"), join(web, "tsconfig.json"), ...filesIn("src"), ...filesIn("build")]);
  const sourcesStamp = join(dist, ".stamp");
  if (read(sourcesStamp) !== sources || !outputs.every((file) => existsSync(file))) {
    npm("run", "build");
    writeFileSync(sourcesStamp, sources);
  } else {
    // Nothing to do but to say so to MSBuild, which looks at times.
    for (const file of outputs) utimesSync(file, new Date(), new Date());
  }
} catch (error) {
  console.error(`error LOCALCHAT: the page of the local chat could not be built: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(lock, { force: true });
}
