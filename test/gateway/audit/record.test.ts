import { expect, test } from "vitest";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { record } from "../../../gateway/record.ts";
import { access } from "./access.ts";
import { MemoryLogFolder } from "./MemoryLogFolder.ts";

test("An access that is on record has a receipt", async () => {
  const log = await AccessLog.open(new MemoryLogFolder());
  await expect(record(log, access("op-1"))).resolves.toMatchObject({ operation: "op-1", line: 3, leaf: 1 });
});

test("An access that cannot be put on record is RECORD_UNAVAILABLE (503), whatever the disk says", async () => {
  const folder = new MemoryLogFolder();
  const log = await AccessLog.open(folder);
  folder.fail({ at: "create", effect: "NOT_STORED", code: "ENOSPC" });
  const refused = await record(log, access("op-1")).catch((error) => error);
  expect(refused).toMatchObject({ code: "RECORD_UNAVAILABLE", status: 503, details: {} });
  expect(refused.message).not.toContain("ENOSPC");
  expect(refused.cause).toMatchObject({ code: "WRITE_FAILED", cause: { code: "ENOSPC" } });
});
