import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import showReport from "./build/serve.mjs";

const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A minifier writes control characters as they are; a page that shows its source to nobody's terminal has none. */
const escapeControls = {
  name: "escape-controls",
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.code) chunk.code = chunk.code.replace(STEERING, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
    }
  },
};

// One script and one style sheet, which stemma.write puts into the page itself.
export default defineConfig({
  plugins: [svelte(), escapeControls, showReport()],
  build: {
    outDir: "../src/stemma/write/assets/live",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "stemma", fileName: () => "report.js", cssFileName: "report" },
  },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
} as never);
