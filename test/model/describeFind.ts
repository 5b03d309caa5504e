import type { Find } from "./runModel.ts";

/** A find as a person reads it: who asked, what, and what is wrong with the answer. */
export function describeFind({ number, setting, asked, worn, complaints }: Find, seed: number): string {
  const { holder, role, purpose, caseRef, date } = setting;
  return [
    `Seed ${seed}, operation ${number}: ${holder}, ${role}, ${purpose}, case ${caseRef ?? "none"}, on ${date}`,
    asked.query,
    `variables ${JSON.stringify(asked.variables)}, operation ${asked.operationName ?? "unnamed"}`,
    ...(worn === null ? [] : [`used up: ${JSON.stringify(worn)}`]),
    ...complaints.map((complaint) => `- ${complaint.slice(0, 1000)}`),
  ].join("\n");
}
