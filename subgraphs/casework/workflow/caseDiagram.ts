import { caseMachine } from "./caseMachine.ts";
import { needs } from "./needs.ts";
import type { Transition } from "./Transition.ts";

const intro = `# The states of a case

Made from [\`caseMachine.ts\`](../subgraphs/casework/workflow/caseMachine.ts) by \`npm run -s case-machine\`; a test holds the two equal. A person takes every step; no
step asks for an assessment. Who may take one is written in the [rules of the policy](../gateway/policy/rules): whoever a rule lets write the category.
`;

/** The machine as a page of Markdown: a Mermaid diagram of the steps that change the state, and a table of all. */
export function caseDiagram(): string {
  const steps = Object.entries<Transition>(caseMachine);
  const arrows = steps.flatMap(([name, { from, to }]) =>
    to === null ? [] : (from ?? ["[*]"]).map((state) => `  ${state} --> ${to}: ${name}`),
  );
  const within = steps.flatMap(([name, { from, to }]) =>
    to === null ? [`  ${name}: ${(from ?? []).join(", ")}`] : [],
  );
  const rows = steps.map(([name, { mutation, may, needs: needed, event, writes, tells }]) => {
    const cells = [
      `\`${name}\``,
      `\`${mutation}\``,
      may,
      needed.map((each) => needs[each]).join("; "),
      `${event}; ${writes.join(", ")}`,
      tells.join(", "),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    intro,
    "```mermaid\nstateDiagram-v2",
    ...arrows,
    "```\n\nWithin a state:\n",
    "```",
    ...within,
    "```\n",
    "| Step | Mutation | Who may write | What must be present | What it writes: event; tables | Whom it is news to |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
