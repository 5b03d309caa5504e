import { compareGateways } from "../compareGateways.ts";
import { listQuestion } from "../questions.ts";
import type { Row, Subject } from "../Subject.ts";

/** Clients that ask at the same time: alone, as many as elsewhere, and a crowd. */
const clientsOf = [1, 16, 64] as const;

/** What the access record costs: the list with it, and with everything but it. */
export const record: Subject = {
  name: "record",
  title: "the list of 20 with the durable access record, and with the record dropped, for 1, 16 and 64 clients",
  async measure(bench) {
    const rows: Row[] = [];
    for (const clients of clientsOf) {
      const pace = { ...bench.pace, clients };
      const compared = await compareGateways({ ...bench, pace }, "filtered", "unrecorded", [], [listQuestion]);
      rows.push(...compared.map((row) => ({ clients, ...row })));
    }
    return rows;
  },
};
