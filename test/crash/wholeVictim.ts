import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { postTo } from "./postTo.ts";
import type { Victim } from "./Victim.ts";

const greetingShape = z.object({ url: z.string(), token: z.string() });

const query = '{ person(personRef: "P-SHOWCASE0001") { familyName obligationToLeave { enforceable } } }';

/** The whole gateway with all subgraphs, over HTTP: each answer names the operation that it was. */
export function wholeVictim(root: string): Victim {
  const script = fileURLToPath(new URL("wholeVictimProcess.ts", import.meta.url));
  return {
    command: [script, join(root, "data"), join(root, "log")],
    async ask(greeting, id) {
      const { url, token } = greetingShape.parse(JSON.parse(greeting));
      const reply = await postTo(`${url}/graphql`, {
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "access-purpose": "CASE_MANAGEMENT",
          "access-case": "FM-2026-0001",
          "access-reason": `Pr%C3%BCfung%20${id}`,
        },
        body: JSON.stringify({ query }),
      });
      if (reply === null) return null;
      if (!/"familyName":"./.test(reply.body)) throw new Error(`${id} was not answered: ${reply.body.slice(0, 200)}`);
      return reply.record;
    },
  };
}
