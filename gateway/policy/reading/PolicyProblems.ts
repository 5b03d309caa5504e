import type { z } from "zod";
import type { LocatedYaml, Place } from "../../../schema/LocatedYaml.ts";
import { nearestNames } from "../../../schema/nearestNames.ts";
import { PolicyError } from "../PolicyError.ts";

/** Collects what is wrong with a policy, so that all of it is reported at once. */
export class PolicyProblems {
  readonly #found: { readonly file: string; readonly line: number; readonly what: string }[] = [];

  /** Reports a problem at a place of a file. */
  add(text: LocatedYaml, place: Place, what: string): void {
    this.#found.push({ file: text.name, line: text.lineOf(place), what });
  }

  /** Reports a file that is not there, or is no YAML. */
  addLine(file: string, line: number, what: string): void {
    this.#found.push({ file, line, what });
  }

  /** Reports a name that is not among the known ones. */
  addUnknown(text: LocatedYaml, place: Place, kind: string, name: string, known: Iterable<string>): void {
    this.add(text, place, `Unknown ${kind} ${name}. Nearest valid: ${nearestNames(name, known)[0] ?? "none"}.`);
  }

  /** Reports where a part of a file, which stands at `place`, differs from its shape. `keys`: the members that it may have. */
  addShape(text: LocatedYaml, place: Place, error: z.ZodError, keys: readonly string[]): void {
    for (const issue of error.issues) {
      const at = [...place, ...issue.path];
      if (issue.code === "unrecognized_keys")
        for (const key of issue.keys) this.addUnknown(text, [...at, key], "key", key, keys);
      else if (issue.code === "invalid_value")
        this.addUnknown(text, at, "word", String(text.valueAt(at)), issue.values.map(String));
      else this.add(text, at, `${issue.path.join(".") || "Entry"}: ${issue.message}.`);
    }
  }

  /** @throws PolicyError where anything was reported */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const inOrder = this.#found.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    throw new PolicyError([...new Set(inOrder.map(({ file, line, what }) => `${file}:${line}: ${what}`))]);
  }
}
