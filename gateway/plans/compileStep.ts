import { evaluateCondition, type PlanNode } from "@apollo/query-planner";
import { compileFetch, type FetchContext } from "./compileFetch.ts";
import type { PlanRun, Step } from "./PlanRun.ts";
import { toGraphQLError } from "./toGraphQLError.ts";

/**
 * Compiles a node of a query plan.
 *
 * @param path response keys that lead to the objects it works on, `@` for each list
 * @throws Error for what @apollo/gateway does not run either: @defer
 */
export function compileStep(node: PlanNode, path: readonly string[], context: FetchContext): Step {
  switch (node.kind) {
    case "Fetch":
      return compileFetch(node, path, context);
    case "Flatten":
      return compileStep(node.node, [...path, ...node.path.map(String)], context);
    case "Sequence":
      return inSequence(node.nodes.map((each) => compileStep(each, path, context)));
    case "Parallel":
      return inParallel(node.nodes.map((each) => compileStep(each, path, context)));
    case "Condition": {
      const holds = node.ifClause === undefined ? null : compileStep(node.ifClause, path, context);
      const fails = node.elseClause === undefined ? null : compileStep(node.elseClause, path, context);
      const { variableDefinitions } = context;
      return (run) => (evaluateCondition(node, variableDefinitions, run.variables) ? holds : fails)?.(run);
    }
    case "Defer":
      throw new Error("@defer is not supported.");
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await guarded(step, run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => guarded(step, run)));
  };
}

/** A condition that cannot be evaluated is an error of the run as well. */
function guarded(step: Step, run: PlanRun): Promise<void> | undefined {
  try {
    return step(run);
  } catch (error) {
    run.errors.push(toGraphQLError(error));
    return undefined;
  }
}
