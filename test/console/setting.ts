import { openWorld, type World } from "../harness.ts";
import { type ConsoleBrowser, openBrowser } from "./openBrowser.ts";

/** The one system and the one browser in which the console is looked at: both are slow to start. */
export let world: World;
export let browser: ConsoleBrowser;

export async function openSetting(): Promise<void> {
  world = await openWorld();
  browser = await openBrowser(world.gateway.url);
}

export async function closeSetting(): Promise<void> {
  await browser.close();
  await world.close();
}
