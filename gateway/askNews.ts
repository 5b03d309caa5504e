import { z } from "zod";
import { answer } from "./answer.ts";
import type { House } from "./House.ts";
import type { Requester } from "./Requester.ts";

const reply = z.object({
  data: z
    .object({
      notices: z
        .object({
          edges: z.array(z.object({ cursor: z.string(), node: z.record(z.string(), z.unknown()).nullish() })).nullish(),
          pageInfo: z.object({ endCursor: z.string().nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).partial().optional() })).optional(),
});

/** What was answered. */
export interface News {
  /** Error code of a question that came to nothing; null for an answer. */
  readonly refused: string | null;
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[];
  readonly endCursor: string | null;
}

/**
 * Asks for notices as a requester asks who is known already, through all stages: the answer is on record before this resolves. What is asked for
 * is fixed here.
 */
export async function askNews(
  house: House,
  requester: Requester,
  variables: { readonly kinds?: readonly string[]; readonly after: string | null },
  query: string,
): Promise<News> {
  const request = {
    method: "POST",
    address: "",
    url: "",
    certificate: null,
    rawHeaders: ["content-type", "application/json"],
    search: "",
    body: { query, variables },
  };
  const { body } = await answer(request, { ...house, identify: async () => requester });
  const { data, errors = [] } = reply.parse(JSON.parse(body));
  const notices = data?.notices ?? null;
  if (notices === null) return { refused: errors[0]?.extensions?.code ?? "INTERNAL", edges: [], endCursor: null };
  const edges = (notices.edges ?? []).flatMap(({ cursor, node }) => (node ? [{ cursor, node }] : []));
  return { refused: null, edges, endCursor: notices.pageInfo?.endCursor ?? null };
}
