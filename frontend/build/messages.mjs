// The messages of every language but English go into the page as lists in the order of the English keys: each key is there once.
import { readFileSync } from "node:fs";

const MESSAGES = /^(.*\/src\/messages\/)([a-z-]+)\.json$/;

export function shortenMessages() {
  return {
    name: "shorten-messages",
    load(id) {
      const [, folder, language] = MESSAGES.exec(id) ?? [];
      if (!language || language === "en") return null;
      this.addWatchFile(`${folder}en.json`);
      const [english, messages] = ["en", language].map((name) => JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")));
      return JSON.stringify(Object.keys(english).map((key) => messages[key] ?? null));
    },
  };
}
