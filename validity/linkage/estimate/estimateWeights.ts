import { type FieldName, levels } from "../../../subgraphs/immigration/linkage/compare/levels.ts";
import { readWeights, type Weights } from "../../../subgraphs/immigration/linkage/model/Weights.ts";
import { FileIndex } from "../FileIndex.ts";
import { drawFile } from "../generator/drawFile.ts";
import { estimateShares } from "./estimateShares.ts";

/** Before anything is compared, a description is as likely of somebody on file as not. */
const knownShare = 0.5;
/** A name that one in 20,000 bears is the rarest that counts as such. */
const termShareMin = 1 / 20_000;
const termPersons = 1000;
/**
 * Settled beforehand on other seeds, and held to what is measured: a machine links from odds of 10,000 to 1 (13.3 bits), of 131,072 to 1 where the day of birth
 * is not known or 1 January, where the next candidate lies a thousandfold below; from even odds on, a person is asked.
 */
const bands = { linkBitsMin: 13.3, linkUnknownDayBitsMin: 17, askBitsMin: 0, aheadBitsMin: 10 } as const;
const digits = 4;

/** Estimates all weights from a drawn file, whose truth it does not look at. */
export function estimateWeights(seed: number, persons: number): Weights {
  const { onFile, announced } = drawFile(seed, persons, persons);
  const file = new FileIndex(onFile);
  const described = announced.map((each) => file.prepare(each.described));
  const { m, u, together } = estimateShares(file, described, seed);
  const fields = Object.fromEntries(
    (Object.keys(levels) as FieldName[]).map((field) => [
      field,
      Object.fromEntries(
        levels[field].map((level) => [level, { m: rounded(m[field]?.[level]), u: rounded(u[field]?.[level]) }]),
      ),
    ]),
  );
  const command = `npm run linkage -- estimate --seed ${seed} --persons ${persons}`;
  const weights = {
    estimatedBy: { command, seed, persons },
    fields,
    together: {
      EXACT: { EXACT: precise(together.EXACT.EXACT), VARIANT: precise(together.EXACT.VARIANT) },
      VARIANT: { EXACT: precise(together.VARIANT.EXACT), VARIANT: precise(together.VARIANT.VARIANT) },
    },
    knownShare,
    termShareMin,
    termPersons,
    bands,
  };
  return readWeights(JSON.stringify(weights));
}

function rounded(share: number | undefined): number {
  return Math.min(precise(share ?? 0), 0.999999);
}

function precise(number: number): number {
  return Number(number.toPrecision(digits));
}
