import { codeLists } from "../../../schema/codeLists.ts";

/** Whether an official list has the code. What another code means is not guessed. */
export function isListed(
  list: "asylstatus" | "abschiebungsverbot" | "ausweisung" | "abschiebung" | "peb-verfahrensstatus",
  code: string,
): boolean {
  return codeLists.get(list)?.has(code) ?? false;
}
