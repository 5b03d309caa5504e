import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const bilingual = z.strictObject({ de: z.string(), en: z.string() }).transform(({ de, en }) => `${de} / ${en}`);

/** What the person concerned is told beside every assessment, each in German and English. */
export const disclosureTexts = z
  .strictObject({ significance: bilingual, rightToChallenge: bilingual, withheldNotice: bilingual })
  .readonly()
  .parse(parse(readFileSync(new URL("texts.yaml", import.meta.url), "utf8")));
