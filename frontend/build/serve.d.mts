import type { Plugin } from "vite";

export default function showReport(): Plugin;
