import { mount } from "svelte";
import App from "./App.svelte";
import "./app.css";
import type { Report } from "./report";

const data = document.getElementById("report")?.textContent;
const target = document.getElementById("app");
try {
  if (data && target) mount(App, { target, props: { report: JSON.parse(data) as Report } });
} catch (error) {
  // The page without a script tells the same story: better that than nothing.
  document.getElementById("paper-style")?.setAttribute("media", "all");
  document.getElementById("live-style")?.setAttribute("media", "not all");
  document.documentElement.classList.remove("live");
  throw error;
}
