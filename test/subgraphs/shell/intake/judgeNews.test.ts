import { expect, test } from "vitest";
import { judgeNews, type KnownFact, type KnownMessage } from "../../../../subgraphs/shell/intake/judgeNews.ts";
import type { News } from "../../../../subgraphs/shell/intake/News.ts";

const news: News = {
  messageId: "M-2",
  part: 1,
  parts: 1,
  ticket: "T-1",
  kind: "INVESTIGATION",
  reference: "100 Js 7/26",
  changedAt: "2026-06-02T08:00:00.000Z",
  corrects: null,
  content: {
    fileRef: "100 Js 7/26",
    eventDate: "2026-06-02",
    label: null,
    legalBasis: "§ 87 (4) AufenthG",
    deleteBy: null,
    values: {},
  },
  hash: "charged",
};
const initiation: KnownFact = {
  version: 1,
  ticket: "T-1",
  changedAt: "2026-06-01T08:00:00.000Z",
  hash: "open",
  isErased: false,
};
const taken: KnownMessage = { part: 1, parts: 1, hash: "charged" };

type Row = readonly [
  what: string,
  news: Partial<News>,
  known: readonly KnownMessage[],
  fact: Partial<KnownFact> | null,
  ruling: string,
];

// biome-ignore format: a table, a row a line
const rows: readonly Row[] = [
  ["what is new is accepted", {}, [], null, "ACCEPTED 1"],
  ["the charge follows the initiation", {}, [], {}, "CHANGED 2"],
  ["the same message again changes nothing", {}, [taken], { version: 2, hash: "charged" }, "UNCHANGED 2"],
  ["the same message again changes nothing, whatever came after it", {}, [taken], { version: 5, hash: "ended" }, "UNCHANGED 5"],
  ["the same content by another message changes nothing", {}, [], { hash: "charged" }, "UNCHANGED 1"],
  ["the same id with other content is a conflict", { hash: "discontinued" }, [taken], {}, "MESSAGE_ID_REUSED"],
  ["the same id with another number of parts is a conflict, in a part that is new as well", { part: 2, parts: 2 }, [taken], null, "MESSAGE_ID_REUSED"],
  ["news that a later change overtook is a conflict", {}, [], { changedAt: "2026-06-03T08:00:00.000Z" }, "STALE"],
  ["two contents of one instant are a conflict", {}, [], { changedAt: news.changedAt }, "CONTRADICTORY"],
  ["a correction of the latest version holds, however old", { corrects: 1 }, [], { changedAt: "2026-06-03T08:00:00.000Z" }, "CHANGED 2"],
  ["a correction of an earlier version is a conflict", { corrects: 1 }, [], { version: 2 }, "STALE"],
  ["a correction of nothing is refused", { corrects: 1 }, [], null, "UNKNOWN_REFERENCE"],
  ["a fact does not change persons", { ticket: "T-2" }, [], {}, "ANOTHER_PERSON"],
  ["what was erased does not come back by news", {}, [], { isErased: true, hash: null }, "ERASED"],
  ["what was erased does not come back by its old message", {}, [{ ...taken, hash: null }], { isErased: true, hash: null }, "ERASED"],
];

test.for(rows)("%s", ([, given, messages, fact, expected]) => {
  const known = fact === null ? null : { ...initiation, ...fact };
  const ruling = judgeNews({ ...news, ...given }, messages, known);
  expect("reason" in ruling ? ruling.reason : `${ruling.outcome} ${ruling.version}`).toBe(expected);
});
