import { subjectOfHolder } from "../../schema/subjectOfHolder.ts";
import type { Requester } from "../Requester.ts";

/** A requester as ceilings count it: a data subject by its reference, because the log knows it by nothing else. */
export function countedAs<R extends Pick<Requester, "holder" | "person">>(requester: R): R {
  return { ...requester, person: subjectOfHolder(requester.holder) ?? requester.person };
}
