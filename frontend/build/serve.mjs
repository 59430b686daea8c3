// For `npm run dev`: the data of a written report and its colours, put into index.html.
import { readFileSync } from "node:fs";

const DATA = /<script type="application\/json" id="report">.*?<\/script>/s;
const root = new URL("../..", import.meta.url).pathname;

export default function showReport() {
  return {
    name: "show-report",
    apply: "serve",
    transformIndexHtml(html) {
      const path = process.env.REPORT ?? `${root}out/report.html`;
      const [data] = DATA.exec(readFileSync(path, "utf-8")) ?? [];
      if (!data) throw new Error(`${path}: no report. Write one with stemma demo, or name one: REPORT=… npm run dev`);
      const colours = readFileSync(`${root}src/stemma/write/assets/tokens.css`, "utf-8");
      return html.replace("</head>", () => `<style>${colours}</style></head>`).replace("</div>", () => `</div>${data}`);
    },
  };
}
