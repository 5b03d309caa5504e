import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCatalogue } from "../../bypass/readCatalogue.ts";
import { filesOf } from "../../bypass/runTests.ts";

const catalogue = readCatalogue();
const root = new URL("../../", import.meta.url);

describe("The catalogue of the ways around", () => {
  test("keeps its ids, in order and without a gap: none is given up, none is used for another way", () => {
    const ids = Array.from({ length: catalogue.size }, (_, index) => `W-${String(index + 1).padStart(2, "0")}`);
    expect([...catalogue.keys()]).toEqual(ids);
  });

  test("says each way in a sentence of its own", () => {
    const sentences = [...catalogue.values()].map(({ sentence }) => sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((sentence) => !/^[A-Z_"].*\.$/.test(sentence))).toEqual([]);
  });

  test.each([...catalogue.keys()])("has named tests of %s", (id) => {
    expect(filesOf(id)).not.toEqual([]);
  });

  test.each([...catalogue.values()])(
    "knows where the defence against $id stands, so that it can be taken away",
    (way) => {
      const { file, take, put } = way.without;
      const text = readFileSync(new URL(file, root), "utf8");
      expect(
        text.split(take),
        `Mend without: of ${way.id} in bypass/catalogue.yaml: its text stands once in ${file}.`,
      ).toHaveLength(2);
      expect(put).not.toBe(take);
    },
  );
});
