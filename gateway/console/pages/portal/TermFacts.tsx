import { useSay } from "../Language.ts";
import { Facts } from "../parts/Facts.tsx";
import { termsOf } from "./termsOf.ts";

/** The German term and the norms of a description; nothing where it gives none. */
export function TermFacts({ description }: { readonly description: string | null }) {
  const say = useSay();
  const { german, norms } = termsOf(description);
  if (german === null && norms.length === 0) return null;
  return (
    <Facts
      entries={[
        [
          say("Begriff", "German term"),
          german === null ? null : (
            <span key="german" lang="de">
              {german}
            </span>
          ),
        ],
        [say("Norm", "Norm"), norms.join("; ")],
      ]}
    />
  );
}
