import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { limits } from "../../../gateway/limits.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { openSeal } from "../../../subgraphs/scoring/seal/openSeal.ts";
import { sealAssessment } from "../../../subgraphs/scoring/seal/sealAssessment.ts";
import { readSealKey } from "../../../subgraphs/scoring/seal/sealKey.ts";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";
import { factsOf } from "./factsOf.ts";

const key = randomBytes(32);
const issued = Date.parse("2026-06-15T09:00:00Z");
const minute = 60_000;
const content = {
  personRef: "P-AAAAAAAAAAAA",
  office: "RRK_MUENSTER",
  holder: "RRK_MUENSTER",
  assessment: assessedWith({}),
  inputs: factsOf(),
};
const seal = sealAssessment(content, key, issued);

describe("A seal", () => {
  test("opens to what was sealed, with an id of its own", () => {
    expect(openSeal(seal, key, issued)).toEqual({ ...content, sealId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(openSeal(sealAssessment(content, key, issued), key, issued)?.sealId).not.toBe(
      openSeal(seal, key, issued)?.sealId,
    );
  });

  test("tells nothing to who has no key", () => {
    const bytes = Buffer.from(seal, "base64url").toString("latin1");
    for (const word of ["P-AAAAAAAAAAAA", "SECTION_54", "RRK_MUENSTER", "NO_PROPOSAL"])
      expect(bytes).not.toContain(word);
  });

  test("has one length, whether nothing is known of a person or a good deal more than of anybody here", () => {
    const manyConvictions = Array.from({ length: 60 }, (_, index) => `CV-${index}-0123456789ABCDEF@1`);
    const inputs = [factsOf({ EXPULSION_INTEREST: null }), []].map((facts) => [
      ...facts,
      { key: "EXPULSION_INTEREST", value: "SECTION_54_1", asOf: "2026-01-10", references: manyConvictions },
    ]);
    const lengths = [content.inputs, [], ...inputs].map((facts) => {
      const assessment = assess(facts, "2026-06-15", demonstration);
      return sealAssessment({ ...content, assessment, inputs: facts }, key, issued).length;
    });
    expect(new Set(lengths).size).toBe(1);
    expect(lengths[0]).toBeLessThan(limits.bodyBytesMax / 2);
  });

  test.each([
    ["at the moment it was made", 0, true],
    ["15 minutes later", 15 * minute, true],
    ["a millisecond after 15 minutes", 15 * minute + 1, false],
    ["by a process whose clock is a minute behind", -minute, true],
    ["before it was made", -minute - 1, false],
  ])("read %s: %i ms → opens: %s", (_about, later, opens) => {
    expect(openSeal(seal, key, issued + later) !== null).toBe(opens);
  });

  test("does not open once a byte of it is changed, wherever it stands", () => {
    const bytes = Buffer.from(seal, "base64url");
    for (let at = 0; at < bytes.length; at += at < 64 ? 1 : 97) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(openSeal(changed.toString("base64url"), key, issued)).toBeNull();
    }
  });

  test.each(["", "A", "not a seal at all", "A".repeat(37), seal.slice(0, -4)])(
    "does not open where it is %j",
    (given) => {
      expect(openSeal(given, key, issued)).toBeNull();
    },
  );

  test("does not open with another key", () => {
    expect(openSeal(seal, randomBytes(32), issued)).toBeNull();
  });
});

describe("The key of the seals", () => {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-seal-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("comes from the file that is named, for all processes alike", () => {
    const file = join(folder, "key");
    writeFileSync(file, `${key.toString("hex")}\n`);
    expect(readSealKey(file)).toEqual(key);
  });

  test("is random without a file", () => {
    expect(readSealKey(null)).not.toEqual(readSealKey(null));
  });

  test.each(["", "abc", `${"0".repeat(63)}g`, "0".repeat(65)])("is not taken from a file that holds %j", (written) => {
    const file = join(folder, "bad");
    writeFileSync(file, written);
    expect(() => readSealKey(file)).toThrow("64 hexadecimal digits");
  });
});
