import { pgSchema } from "drizzle-orm/pg-core";

/** Schema of immigration data (Ausländerrecht). */
export const immigrationSchema = pgSchema("immigration");
