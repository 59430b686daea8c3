import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { shortenMessages } from "./build/messages.mjs";

// One script and one style sheet, which stemma.write puts into the page itself.
export default defineConfig({
  plugins: [shortenMessages(), svelte()],
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
