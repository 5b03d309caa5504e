import { createHash, randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { SignJWT } from "jose";
import type { CommandResult } from "../CommandResult.ts";
import { holderKey } from "./holderKey.ts";

const usage = "Usage: npm run -s proof -- <method> <url> [--token <access token>] [--nonce <nonce>]";

/**
 * Makes a proof of possession (DPoP, RFC 9449) for one request, as `npm run proof` is asked to, with a key that is kept in the data
 * folder. For trying the API by hand. Never throws.
 */
export async function proofCommand(args: string[], environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  const given = commandLine(args);
  if (given?.help) return ending(usage, 0);
  const [method, url, ...others] = given?.positionals ?? [];
  if (method === undefined || url === undefined || others.length > 0 || !/^[A-Z]+$/.test(method))
    return ending(usage, 2);
  const address = URL.parse(url);
  if (address === null)
    return ending("The URL cannot be read. Give the whole address, for example http://127.0.0.1:4000/graphql.", 2);
  address.search = "";
  address.hash = "";
  try {
    const { privateKey, publicJwk } = await holderKey(environment.SICHTFELD_DATA ?? ".data");
    const { kty, crv, x } = publicJwk;
    const proof = await new SignJWT({
      htm: method,
      htu: address.href,
      ...(given?.token === undefined ? {} : { ath: createHash("sha256").update(given.token).digest("base64url") }),
      ...(given?.nonce === undefined ? {} : { nonce: given.nonce }),
    })
      .setProtectedHeader({ typ: "dpop+jwt", alg: "EdDSA", jwk: { kty: kty ?? "OKP", crv: crv ?? "", x: x ?? "" } })
      .setJti(randomUUID())
      .setIssuedAt()
      .sign(privateKey);
    return { output: `${proof}\n`, complaint: "", exitCode: 0 };
  } catch (error) {
    return ending((error as Error).message, 1);
  }
}

function commandLine(args: string[]) {
  try {
    const options = {
      token: { type: "string" },
      nonce: { type: "string" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { ...values, positionals };
  } catch {
    return null;
  }
}

function ending(line: string, exitCode: CommandResult["exitCode"]): CommandResult {
  return { output: "", complaint: `${line}\n`, exitCode };
}
