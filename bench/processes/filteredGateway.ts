import { startGateway } from "../../gateway/startGateway.ts";
import { unworn } from "../unworn.ts";
import { serveParent } from "./serveParent.ts";

/*
 * The gateway as it runs in earnest: filter and access record on. The environment says whether it asks subgraphs over HTTP
 * or runs them itself.
 */
const gateway = await startGateway({ environment: process.env, onProgress: () => {}, report: () => {}, wear: unworn });

serveParent(`${gateway.url}/graphql`, {}, () => gateway.stop());
