import { desc, eq, sql } from "drizzle-orm";
import { opaqueId } from "../../shell/opaqueId.ts";
import { readReason } from "../../shell/readReason.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { catalogues } from "../catalogue/catalogues.ts";
import { presentCatalogue } from "../presentCatalogue.ts";
import { catalogueAct } from "../tables.ts";
import type { CatalogueAct } from "./loadActs.ts";

interface ActArguments {
  readonly input: { readonly version: string; readonly reason: string };
}

/** Norm of each act: who answers for the processing stops it; supervision lets it go on. */
const legalBasis = { SUSPENDED: "Art. 24 (1) GDPR, § 13 LOG NRW", RESUMED: "§ 13 LOG NRW" } as const;

/** What to say to whoever asks for the state that is already there. */
const alreadySo = {
  SUSPENDED: "Scoring with this version is suspended already.",
  RESUMED: "Scoring with this version is not suspended.",
} as const;

/**
 * The resolver of `suspendCatalogue` or `resumeCatalogue`: puts an act on record, which counts at once, from the date of the question.
 * The same act of the same person with the same reason again is taken for a repetition. Acts on one version take turns.
 *
 * @throws from the resolver SubgraphError INVALID_INPUT for a reason of another length; NOT_FOUND for a version that is not held;
 *   CONFLICT where the version is in that state already; FIELD_NOT_GRANTED for a grant that names nobody
 */
export function recordAct(act: CatalogueAct["act"]) {
  return async (_parent: unknown, { input }: ActArguments, context: SubgraphContext) => {
    const { database, grant } = context;
    const { person: by, office, date: eventDate } = grant;
    if (by === null) throw new SubgraphError("FIELD_NOT_GRANTED");
    const reason = readReason(input.reason);
    const compiled = catalogues.version(input.version);
    if (compiled === null) throw new SubgraphError("NOT_FOUND");
    const { version: catalogueVersion } = compiled.catalogue;
    await database.transaction(async (transaction) => {
      await transaction.execute(
        sql`SELECT pg_advisory_xact_lock(hashtextextended(${`catalogue ${catalogueVersion}`}, 0))`,
      );
      const [latest] = await transaction
        .select()
        .from(catalogueAct)
        .where(eq(catalogueAct.catalogueVersion, catalogueVersion))
        .orderBy(desc(catalogueAct.number))
        .limit(1);
      if ((latest?.act ?? "RESUMED") === act) {
        if (latest?.by === by && latest.reason === reason) return;
        throw new SubgraphError("CONFLICT", alreadySo[act]);
      }
      await transaction.insert(catalogueAct).values({
        id: opaqueId("CA"),
        catalogueVersion,
        number: (latest?.number ?? 0) + 1,
        act,
        office,
        by,
        reason,
        eventDate,
        recordedAt: new Date().toISOString(),
        legalBasis: legalBasis[act],
      });
    });
    return { catalogue: presentCatalogue(compiled) };
  };
}
