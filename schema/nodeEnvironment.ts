import { z } from "zod";

/** Values of NODE_ENV. A slip in `production` must not start a demonstration, so no other value is taken. */
export const nodeEnvironment = z
  .enum(
    ["production", "demonstration", "development", "test"],
    "must be production, demonstration, development, test, or not be set",
  )
  .optional();
