/** What came back of a request; null where nothing did: the process is gone. @throws Error where it refuses */
export async function postTo(
  url: string,
  init: Omit<RequestInit, "method"> = {},
): Promise<{ readonly body: string; readonly record: string | null } | null> {
  try {
    const reply = await fetch(url, { method: "POST", ...init });
    if (!reply.ok) throw new Error(`A request was refused (${reply.status}).`);
    return { body: await reply.text(), record: reply.headers.get("access-record") };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
