import { describe, expect, test } from "vitest";
import { readSettings } from "../../../gateway/settings.ts";
import { workerEnvironment } from "../../../gateway/workers/workerEnvironment.ts";
import { subgraphNames } from "../../../schema/subgraphNames.ts";

const given = {
  subgraphUrls: Object.fromEntries(
    subgraphNames.map((name, each) => [name, `http://127.0.0.1:${5000 + each}/graphql`]),
  ),
  grantKeyFile: "/keys/grant.pem",
};

/** Settings that each of the workers reads. */
function workersOf(environment: NodeJS.ProcessEnv, workers: number, served: typeof given | null = null) {
  const settings = readSettings(environment);
  return Array.from({ length: workers }, (_, each) =>
    readSettings(workerEnvironment(environment, settings, each + 1, workers, served)),
  );
}

describe("Workers", () => {
  test("write an instance of the log each, in one folder and with one key.", () => {
    const logs = workersOf({ SICHTFELD_LOG: "/log" }, 3).map(({ log }) => log);
    expect(logs.map(({ instance }) => instance)).toEqual(["worker-1", "worker-2", "worker-3"]);
    expect(new Set(logs.map(({ folder, keyFile }) => `${folder} ${keyFile}`)).size).toBe(1);
  });

  test("bear the name that the log was given.", () => {
    const logs = workersOf({ SICHTFELD_LOG_INSTANCE: "muenster" }, 2).map(({ log }) => log.instance);
    expect(logs).toEqual(["muenster-1", "muenster-2"]);
  });

  test("keep their part of each ceiling, among all gateways there are.", () => {
    expect(workersOf({ SICHTFELD_GATEWAYS: "3" }, 2).map(({ gateways }) => gateways)).toEqual([6, 6]);
  });

  test("deliver to webhooks once.", () => {
    const environment = { SICHTFELD_WEBHOOKS: "receivers.json", SICHTFELD_CURSOR_KEY_FILE: "/keys/cursor" };
    expect(workersOf(environment, 3).map(({ webhooksFile }) => webhooksFile)).toEqual(["receivers.json", null, null]);
  });

  test("ask the subgraphs that the process which starts them runs, under a key that those accept.", () => {
    for (const { subgraphUrls, grantKeyFile } of workersOf({}, 2, given)) {
      expect(Object.fromEntries(subgraphUrls ?? [])).toEqual(given.subgraphUrls);
      expect(grantKeyFile).toBe(given.grantKeyFile);
    }
  });
});
