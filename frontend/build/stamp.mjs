// Writes beside the built files what they were built from, so that a check without Node can tell whether they are stale.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const ROOTS = ["src", "build", "package.json", "package-lock.json", "vite.config.ts", "svelte.config.js", "tsconfig.json"];

function list(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => list(join(path, entry.name)));
  } catch {
    return [path];
  }
}

const files = ROOTS.flatMap((name) => list(join(root, name))).map((path) => relative(root, path)).sort();
const total = createHash("sha256");
for (const file of files) {
  total.update(file + "\0").update(createHash("sha256").update(readFileSync(join(root, file))).digest("hex") + "\n");
}
writeFileSync(join(root, "../src/stemma/write/assets/live/SOURCE.sha256"), total.digest("hex") + "\n");
