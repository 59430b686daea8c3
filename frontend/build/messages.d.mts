import type { Plugin } from "vite";

export function shortenMessages(): Plugin;
