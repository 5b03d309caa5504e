import { httpDoor } from "../../gateway/doors.ts";
import { grantKeys } from "../../gateway/grantKeys.ts";
import { httpServer } from "../../gateway/httpServer.ts";
import { demonstrationIssuer } from "../../gateway/identity/demonstrationIssuer.ts";
import { openHouse } from "../../gateway/openHouse.ts";
import { remoteReadiness } from "../../gateway/readiness.ts";
import { readSettings } from "../../gateway/settings.ts";
import { unworn } from "../unworn.ts";
import { serveParent } from "./serveParent.ts";

/*
 * The gateway with everything but the access record: what is put on record is dropped. It exists to be measured beside the
 * real one; no setting of the gateway leads here.
 */
const settings = readSettings(process.env);
const subgraphUrls = settings.subgraphUrls ?? new Map<string, string>();
const { house, policy, close } = await openHouse({
  acceptance: { issuer: await demonstrationIssuer(settings.dataFolder), binding: "none", nonce: false },
  grantKey: (await grantKeys(settings.grantKeyFile)).privateKey,
  doors: new Map([...subgraphUrls].map(([name, url]) => [name, httpDoor(url)])),
  log: settings.log,
  policyFolder: settings.policyFolder,
  date: settings.date,
  report: () => {},
  wear: unworn,
});
const dropped = {
  append: async ({ id }: { readonly id: string }) => ({ operation: id, segment: "", line: 0, hash: "", leaf: 0 }),
  appendRepeated: async () => null,
  nameAhead: () => {},
  appendFailure: async () => null,
  erase: async () => 0,
};
const server = httpServer(
  () => ({ ...house(), log: dropped }),
  remoteReadiness(subgraphUrls),
  policy,
  () => {},
);
const url = await server.listen({ port: settings.port, host: settings.host });

serveParent(`${url}/graphql`, {}, async () => {
  await server.close();
  await close();
});
