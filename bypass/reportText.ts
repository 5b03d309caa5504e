import type { Report, ReportLine } from "./Report.ts";

const words: Readonly<Record<ReportLine["verdict"], string>> = {
  HOLDS: "holds",
  OPEN: "OPEN",
  UNCLEAR: "unclear",
  NOT_PROBED: "not probed",
  LISTED: "",
};

/** The report as text. */
export function reportText({ about, lines }: Report): string {
  const entries = lines.map(({ way, verdict, seen }) =>
    [
      `${way.id}  ${way.sentence}`,
      ...(verdict === "LISTED" ? [] : [`      ${words[verdict]}: ${seen}`]),
      `      Here: ${way.defence}`,
      `      See: ${way.references.join(" ") || "own finding"}`,
    ].join("\n"),
  );
  return `${about}\n\n${entries.join("\n\n")}\n\n${summary(lines)}\n`;
}

function summary(lines: readonly ReportLine[]): string {
  const counts = Map.groupBy(lines, ({ verdict }) => verdict);
  return [...counts].map(([verdict, each]) => `${each.length} ${words[verdict] || "ways"}`).join(", ");
}
