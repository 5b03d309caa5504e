import type { Measured, Share } from "./Measured.ts";
import type { Report } from "./report.ts";
import { verdict } from "./verdict.ts";

const verdicts = {
  KEPT: "Wrong links are under 1 in 10,000 links.",
  BROKEN: "Wrong links are NOT shown to be under 1 in 10,000 links.",
  TOO_FEW_LINKS: "Fewer than 30,000 links: too few to tell of wrong ones. Take more persons.",
} as const;

/** The figures as lines for a terminal. */
export function summary(made: Report): string {
  const { all, pairs, pairsPerSecond, pairsPerDescription, persons, notCompared } = made;
  return [
    `${all.descriptions} descriptions against ${persons} persons on file (seed ${made.seed}; weights from seed ${made.estimatedFromSeed})`,
    `${pairs} pairs, ${pairsPerDescription.toFixed(1)} a description, ${pairsPerSecond} a second; ${notCompared} persons on file were never compared`,
    `wrong links    ${all.falseLinks.hits} of ${all.falseLinks.base}, at most ${((all.falseLinks.interval?.high ?? 1) * 10_000).toFixed(2)} in 10,000 (95 %)`,
    line("all", all),
    ...Object.entries(made.byError).map(([name, each]) => line(name, each)),
    ...Object.entries(made.byOrigin).map(([name, each]) => line(name, each)),
    ...Object.entries(made.transliteratedByOrigin).map(([name, each]) => line(`${name} rewritten`, each)),
    verdicts[verdict(made)],
    "",
  ].join("\n");
}

function line(name: string, { precision, recall, f1, found, asked }: Measured): string {
  const figures = [`precision ${percent(precision)}`, `recall ${percent(recall)}`, `F1 ${f1.value?.toFixed(3) ?? "-"}`];
  return `${name.padEnd(24)} ${figures.join("  ")}  found ${percent(found)}  asked ${percent(asked)}`;
}

function percent({ share, interval }: Share): string {
  if (share === null || interval === null) return "-";
  return `${(share * 100).toFixed(2)} % (${(interval.low * 100).toFixed(2)}-${(interval.high * 100).toFixed(2)})`;
}
