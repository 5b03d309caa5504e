import { z } from "zod";

/** What a simulation leaves in its data folder, and what a report says beside every figure of it. */
export const pilotRecord = z
  .object({
    seed: z.number(),
    persons: z.number(),
    from: z.string(),
    to: z.string(),
    cases: z.number(),
    /** False while it runs, and where it was ended. */
    finished: z.boolean(),
    /** German, for the report. */
    assumptions: z.array(z.string()).readonly(),
    acts: z.record(z.string(), z.object({ taken: z.number(), refused: z.record(z.string(), z.number()) })),
  })
  .readonly();

export type PilotRecord = z.infer<typeof pilotRecord>;

/** Name of the file in the data folder. */
export const pilotRecordFile = "pilot.json";
