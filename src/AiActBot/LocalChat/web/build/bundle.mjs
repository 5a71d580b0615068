// Bundles the page into dist/. Each file is written beside its place and then moved, so that nobody reads half of one.
import { build } from "esbuild";
import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(web, "dist");
const next = join(web, "dist", `.next-${process.pid}`);

mkdirSync(next, { recursive: true });
try {
  await build({
    entryPoints: { app: join(web, "src/app.ts"), cards: join(web, "src/cards.ts") },
    bundle: true,
    minify: true,
    legalComments: "eof",
    format: "iife",
    target: "es2022",
    outdir: next,
    logLevel: "warning",
  });
  for (const page of ["index.html", "cards.html"]) cpSync(join(web, "src", page), join(next, page));
  cpSync(join(web, "src/icon.svg"), join(next, "icon.svg"));
  for (const file of ["app.js", "app.css", "index.html", "cards.js", "cards.css", "cards.html", "icon.svg"]) renameSync(join(next, file), join(dist, file));
} finally {
  rmSync(next, { recursive: true, force: true });
}
