import { createHash } from "node:crypto";
import { canonicalJson } from "../../../schema/canonicalJson.ts";
import { dayMilliseconds } from "../calendar/dayMilliseconds.ts";
import { isPlausibleDay } from "../calendar/isPlausibleDay.ts";
import type { FactContent } from "./FactContent.ts";
import type { News } from "./News.ts";
import type { Ruling } from "./Ruling.ts";
import type { SuppliedInput } from "./SuppliedInput.ts";
import type { SuppliedKind } from "./SuppliedKind.ts";

const referenceCharactersMax = 200;
const labelCharactersMax = 500;
const partsMax = 1_000;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A fact that was sent: ready to be judged, or refused for what it says. */
export type ReadNews = { readonly news: News } | { readonly refused: Extract<Ruling, { readonly reason: unknown }> };

/**
 * Reads one fact of a message. A value that cannot be stored is refused by the name of its field; of police data without a label nothing
 * goes further than here (§ 22b PolG NRW).
 *
 * @param given name of the kind, and the values of its own input field
 * @param date date of the question: news of a later day is no news
 */
export function readNews(
  input: SuppliedInput,
  kind: SuppliedKind,
  given: FactContent["values"],
  date: string,
): ReadNews {
  const content: FactContent = {
    fileRef: input.fileRef.trim(),
    eventDate: input.eventDate,
    label: input.label?.trim() || null,
    legalBasis: input.legalBasis.trim(),
    deleteBy: input.deleteBy ?? null,
    values: withoutNulls(given),
  };
  if (kind.needsLabel && content.label === null) return refused("NOT_LABELLED", "label");
  const part = input.part ?? 1;
  const parts = input.parts ?? 1;
  const fault = faultIn(input, content, part, parts, date) ?? implausibleIn(content) ?? kind.faultIn(content, date);
  if (fault !== null) return refused("INVALID_VALUE", fault);
  const { messageId, ticket, reference, changedAt, corrects = null } = input;
  const said = { content: { ...content, values: { ...content.values } }, kind: kind.name, reference, ticket };
  const hash = createHash("sha256").update(canonicalJson(said)).digest("base64url");
  return {
    news: { messageId, part, parts, ticket, kind: kind.name, reference, changedAt, corrects, content, hash },
  };
}

function faultIn(input: SuppliedInput, content: FactContent, part: number, parts: number, date: string): string | null {
  const { messageId, reference } = input;
  if (!isText(messageId, referenceCharactersMax)) return "messageId";
  if (!isText(reference, referenceCharactersMax)) return "reference";
  if (!isText(content.fileRef, referenceCharactersMax)) return "fileRef";
  if (!isText(content.legalBasis, labelCharactersMax)) return "legalBasis";
  if (content.label !== null && !isText(content.label, labelCharactersMax)) return "label";
  if (parts < 1 || parts > partsMax) return "parts";
  if (part < 1 || part > parts) return "part";
  if (content.eventDate > date) return "eventDate";
  if (content.deleteBy !== null && content.deleteBy < date) return "deleteBy";
  // The later of two contents holds: one of a later day than this would keep out whatever comes after it.
  if (Date.parse(input.changedAt) > Date.now() + dayMilliseconds) return "changedAt";
  return null;
}

/** Name of the first field in which a day stands, at whatever depth, that no fact can name; null for none. */
function implausibleIn({ eventDate, deleteBy, values }: FactContent): string | null {
  const isFault = (value: unknown): boolean => {
    if (typeof value === "string") return day.test(value) && !isPlausibleDay(value);
    return typeof value === "object" && value !== null && Object.values(value).some(isFault);
  };
  return Object.entries({ eventDate, deleteBy, ...values }).find(([, value]) => isFault(value))?.[0] ?? null;
}

/** PostgreSQL cannot store NUL, and half a surrogate pair is no text. */
function isText(text: string, charactersMax: number): boolean {
  return text !== "" && text.length <= charactersMax && !text.includes("\0") && text.isWellFormed();
}

function withoutNulls(values: FactContent["values"]): FactContent["values"] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

function refused(reason: "NOT_LABELLED" | "INVALID_VALUE", field: string): ReadNews {
  return { refused: { outcome: "REFUSED", reason, field } };
}
