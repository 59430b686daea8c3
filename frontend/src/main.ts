import { mount } from "svelte";
import App from "./App.svelte";
import "./app.css";
import type { Report } from "./report";

const data = document.getElementById("report")?.textContent;
const target = document.getElementById("app");
if (data && target) mount(App, { target, props: { report: JSON.parse(data) as Report } });
