import { givesData } from "../givesData.ts";
import type { Probe } from "../Probe.ts";

/** What a browser sends to another site without asking that site first. */
const simpleTypes = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", null];

/** Operations by GET, and by content types of forms. */
export const contentTypes: Probe = async (target) => {
  const ways: string[] = [];
  for (const contentType of simpleTypes) {
    if (givesData(await target.ask({ contentType }))) ways.push(contentType ?? "no content type");
  }
  const search = `?query=${encodeURIComponent(target.document)}`;
  if (givesData(await target.ask({ method: "GET", contentType: null, search }))) ways.push("GET");
  return ways.length > 0
    ? { verdict: "OPEN", seen: `An operation is answered by ${ways.join(", ")}.` }
    : { verdict: "HOLDS", seen: "Operations are answered by POST of application/json alone." };
};
