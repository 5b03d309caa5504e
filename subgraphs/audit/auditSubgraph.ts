import { germanToday } from "../../schema/germanToday.ts";
import type { Subgraph } from "../shell/Subgraph.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { accessRecordFields } from "./accessRecordFields.ts";
import { catchUpWith } from "./catchUp.ts";
import { acknowledgeCorrection } from "./corrections/acknowledgeCorrection.ts";
import { queryCorrectionNotices } from "./corrections/queryCorrectionNotices.ts";
import { queryOutstandingCorrections } from "./corrections/queryOutstandingCorrections.ts";
import { tellRecipients } from "./corrections/tellRecipients.ts";
import { queryAccessDetectors } from "./detectors/queryAccessDetectors.ts";
import { queryAccessExport } from "./export/queryAccessExport.ts";
import { policyQueries } from "./policyQueries.ts";
import { proofOf } from "./proofOf.ts";
import { queryAccessRecord } from "./queryAccessRecord.ts";
import { queryAccessRecords } from "./queryAccessRecords.ts";
import { type IdentificationRow, queryFailedIdentifications } from "./queryFailedIdentifications.ts";
import { queryLogShards } from "./queryLogShards.ts";
import { queryLogTree } from "./queryLogTree.ts";
import { queryOwnAccesses } from "./queryOwnAccesses.ts";
import { querySimulation } from "./querySimulation.ts";
import { loadReviews } from "./sample/loadReviews.ts";
import { queryAccessSample } from "./sample/queryAccessSample.ts";
import { reviewAccess } from "./sample/reviewAccess.ts";
import type { AccessRecordRow } from "./selectRecords.ts";
import { queryInterfaceUsage } from "./usage/queryInterfaceUsage.ts";
import { usageFolder } from "./usage/usageFolder.ts";

/**
 * The audit subgraph over the log in a folder. Its tables are an index that follows the log's files.
 *
 * @param usage folder of the counters of usage, which stand beside the log and are none of it
 */
export function auditSubgraph(folder: () => string, usage: () => string = usageFolder): Subgraph {
  const catchUp = catchUpWith(folder);
  return {
    name: "audit",
    schema: "audit",
    reads: "fact_change",
    resolvers: {
      Query: {
        accessRecords: async (_parent, args, context) => {
          await catchUp(context.database);
          return queryAccessRecords(args, context);
        },
        accessRecord: async (_parent, args, context) => {
          await catchUp(context.database);
          return queryAccessRecord(args, context);
        },
        accessSample: async (_parent, args, context) => {
          await catchUp(context.database);
          return queryAccessSample(args, context);
        },
        accessDetectors: async (_parent, args, context) => {
          await catchUp(context.database);
          return queryAccessDetectors(args, context);
        },
        failedIdentifications: async (_parent, args, context) => {
          await catchUp(context.database);
          return queryFailedIdentifications(args, context);
        },
        accessExport: async (_parent, args, context) => {
          await catchUp(context.database);
          return queryAccessExport(folder(), args, context);
        },
        correctionNotices: async (_parent, args, context) => {
          await catchUp(context.database);
          await tellRecipients(context.database);
          return queryCorrectionNotices(args, context);
        },
        outstandingCorrections: async (_parent, args, context) => {
          await catchUp(context.database);
          await tellRecipients(context.database);
          return queryOutstandingCorrections(args, context);
        },
        interfaceUsage: (_parent, args, context) => queryInterfaceUsage(usage(), args, context, germanToday()),
        logShards: (_parent, _args, context) => queryLogShards(folder(), context),
        logTree: (_parent, args, context) => queryLogTree(folder(), args, context),
        simulatePolicy: async (_parent, args, context) => {
          await catchUp(context.database);
          return querySimulation(folder(), args, context);
        },
        ...policyQueries(folder),
      },
      Mutation: {
        reviewAccess: async (_parent, args, context) => {
          await catchUp(context.database);
          return reviewAccess(args, context);
        },
        acknowledgeCorrection: (_parent, args, context) => acknowledgeCorrection(args, context),
      },
      SampledAccess: { reviews: loadReviews },
      AccessRecord: {
        ...accessRecordFields,
        proof: ({ shard, leaf }: AccessRecordRow) => proofOf(folder(), shard, leaf),
      },
      FailedIdentification: {
        proof: ({ shard, leaf }: IdentificationRow) => proofOf(folder(), shard, leaf),
      },
      Person: {
        __resolveReference: ({ personRef }: { readonly personRef: string }) => ({ personRef }),
        accesses: async ({ personRef }: { readonly personRef: string }, args, context) => {
          await catchUp(context.database);
          return queryOwnAccesses(personRef, args, context);
        },
      },
    },
    /** A log that does not verify is told to whoever asks for records; it must not keep the subgraph from starting. */
    async prepare(database) {
      await catchUp(database).catch((error: unknown) => {
        if (!(error instanceof SubgraphError)) throw error;
        process.stderr.write(`audit: ${error.message}\n`);
      });
    },
  };
}
