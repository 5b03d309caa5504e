import { z } from "zod";

/** Values of NODE_ENV. A slip in `production` must not start a demonstration, so no other value is taken. */
export const nodeEnvironment = z
  .enum(["production", "development", "test"], "must be production, development, test, or not be set")
  .optional();
