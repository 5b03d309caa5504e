// A draft of a policy, as its writer lays it before the data protection officer, beside the access log that it is replayed on.

const pattern = /^policy-draft-([0-9a-f]{16})\.json$/;

/** `policy-draft-<version>.json`, in the folder of the access log. It holds a `PolicyRecord`. */
export function draftFileName(version: string): string {
  return `policy-draft-${version}.json`;
}

/** Version of a draft's file; null for other files. */
export function parseDraftFileName(name: string): string | null {
  return pattern.exec(name)?.[1] ?? null;
}
