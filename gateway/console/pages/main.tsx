import { render } from "preact";
import type { PageConfig } from "../pageConfig.ts";
import { App } from "./App.tsx";

const root = document.getElementById("app");
if (root !== null) {
  const config: PageConfig = JSON.parse(root.dataset.config ?? "{}");
  render(<App config={config} />, root);
}
