import { readFileSync } from "node:fs";
import { demonstrationIssuer } from "../gateway/identity/demonstrationIssuer.ts";
import { personas } from "../gateway/identity/personas.ts";
import { ImportError } from "./ImportError.ts";
import type { ImportArguments } from "./importArguments.ts";

/** Minutes that a token of the demonstration lives; another is made when it has expired. */
const lifeMinutes = 15;

/**
 * Where tokens come from: a file that whoever renews it keeps up to date, SICHTFELD_TOKEN, or in the demonstration the issuer in the data
 * folder.
 *
 * @throws ImportError where none is given
 */
export function tokenSource(
  { persona: name, tokenFile }: Pick<ImportArguments, "persona" | "tokenFile">,
  environment: NodeJS.ProcessEnv,
): () => Promise<string> {
  if (name !== null) {
    const persona = personas.get(name);
    if (persona === undefined) throw new ImportError(`There is no persona ${JSON.stringify(name.slice(0, 64))}.`, 2);
    return async () => {
      const issuer = await demonstrationIssuer(environment.SICHTFELD_DATA ?? ".data", environment.NODE_ENV);
      return issuer.issueToken(persona, lifeMinutes);
    };
  }
  const token = environment.SICHTFELD_TOKEN;
  if (tokenFile !== null) return async () => readFileSync(tokenFile, "utf8").trim();
  if (token !== undefined) return async () => token;
  throw new ImportError("Say who sends: --token-file FILE, SICHTFELD_TOKEN, or in the demonstration --as PERSONA.", 2);
}
