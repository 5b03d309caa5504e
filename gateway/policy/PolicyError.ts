/** The policy cannot be used: a mistake of whoever wrote it, to be shown on the console. Carries every problem, not the first. */
export class PolicyError extends Error {
  /** Each as `file:line: what is wrong.`, in the order of files and lines. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The policy has ${problems.length} problem(s):\n${problems.join("\n")}`);
    this.name = "PolicyError";
    this.problems = problems;
  }
}
