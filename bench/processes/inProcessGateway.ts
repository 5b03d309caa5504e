import { grantKeys } from "../../gateway/grantKeys.ts";
import { httpServer } from "../../gateway/httpServer.ts";
import { demonstrationIssuer } from "../../gateway/identity/demonstrationIssuer.ts";
import { openHouse } from "../../gateway/openHouse.ts";
import { remoteReadiness } from "../../gateway/readiness.ts";
import { readSettings } from "../../gateway/settings.ts";
import { unworn } from "../unworn.ts";
import { rememberedDoor } from "./rememberedDoor.ts";
import { serveParent } from "./serveParent.ts";

/*
 * The gateway with filter and access record on and its subgraphs in the same process, where they answer from memory what they were asked
 * before: what is left is one process without calls.
 */
const settings = readSettings(process.env);
const subgraphUrls = settings.subgraphUrls ?? new Map<string, string>();
const { house, policy, close } = await openHouse({
  acceptance: { issuer: await demonstrationIssuer(settings.dataFolder), binding: "none", nonce: false },
  grantKey: (await grantKeys(settings.grantKeyFile)).privateKey,
  doors: new Map([...subgraphUrls].map(([name, url]) => [name, rememberedDoor(url)])),
  log: settings.log,
  policyFolder: settings.policyFolder,
  date: settings.date,
  report: () => {},
  wear: unworn,
});
const server = httpServer(house, remoteReadiness(subgraphUrls), policy, () => {});
const url = await server.listen({ port: settings.port, host: settings.host });

serveParent(`${url}/graphql`, {}, async () => {
  await server.close();
  await close();
});
