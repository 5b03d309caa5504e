import { z } from "zod";
import { instancePattern, tasksInstance } from "../../schema/accessLogNames.ts";
import type { AccessLogOptions } from "./openAccessLog.ts";

const shape = z.object({
  SICHTFELD_DATA: z.string().min(1, "must name a folder").default(".data"),
  SICHTFELD_LOG: z.string().min(1, "must name a folder").optional(),
  SICHTFELD_LOG_INSTANCE: z
    .string()
    .regex(instancePattern, "must be 1 to 40 of a-z, 0-9 and -, the first no -")
    .refine(
      (name) => name !== tasksInstance,
      `must not be ${tasksInstance}: there stands what is erased without a request`,
    )
    .optional(),
  SICHTFELD_LOG_KEY_FILE: z.string().min(1, "must name a file").optional(),
  SICHTFELD_WITNESSES_FILE: z.string().min(1, "must name a file").optional(),
});

/** What the environment says of the access log that a process writes. */
export type LogSettings = Omit<AccessLogOptions, "report" | "onEnd">;

/** @throws Error with one line that names the variable and says what it must be */
export function logSettings(environment: NodeJS.ProcessEnv): LogSettings {
  const parsed = shape.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join(".")}: ${issue?.message}.`);
  }
  const given = parsed.data;
  if (environment.NODE_ENV === "production" && given.SICHTFELD_LOG_KEY_FILE === undefined) {
    throw new Error("SICHTFELD_LOG_KEY_FILE: name the private key (PKCS #8 PEM, Ed25519) that signs the access log.");
  }
  return {
    folder: given.SICHTFELD_LOG ?? `${given.SICHTFELD_DATA}/access-log`,
    instance: given.SICHTFELD_LOG_INSTANCE ?? null,
    keyFile: given.SICHTFELD_LOG_KEY_FILE ?? `${given.SICHTFELD_DATA}/access-log-key.pem`,
    makeKey: given.SICHTFELD_LOG_KEY_FILE === undefined,
    witnessesFile: given.SICHTFELD_WITNESSES_FILE ?? null,
  };
}
