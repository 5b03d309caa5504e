import { schemaNames } from "./schemaNames.ts";

/**
 * Everything that a subgraph may say to a requester, by error code: a closed set, because a free text could hold data of a person.
 * The shell of the subgraphs makes no other, and the gateway lets no other through. In braces: `number`; `day`, a date; `KINDS`, names in capitals;
 * `NAME`, the id of an office, role, purpose or category; `coordinate`, one of the schema; `place`, a file of the access log.
 */
const requesterSentences = {
  NOT_FOUND: ["There is no such record for this requester."],
  INVALID_INPUT: [
    "An input value cannot be accepted.",
    "first must be between 1 and {number}.",
    "after is no cursor of this list. Use an endCursor it gave out.",
    "A beginning of a name has at most {number} characters.",
    "Name an office of kind {KINDS} by its id.",
    "Name a day that has not passed.",
    "Name a day that has come.",
    "There is nothing of that name. Nearest valid: {NAME}.",
    "Describe 1 to {number} persons.",
    "Give a family name or given names.",
    "A file needs an immigration authority and a citizenship.",
    "Name two persons.",
    "A name has the letters of DIN 91379.",
    "Write a date of birth as YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known.",
    "Name a country by its code of three letters (ISO 3166-1 alpha-3).",
    "The schema has no such coordinate. Nearest valid: {coordinate}.",
    "No policy of that version is on record.",
    "The text holds no operation of that name, or a fragment of it is missing.",
    "The operation selects too many fields to be explained.",
    "Give the variables as a JSON object.",
    "Name a later day: there are more than {number} accesses since.",
    "Name a week as 2026-W24.",
    "Name a week that ended more than an hour ago.",
    "Name a period of at most {number} days.",
    "Your office belongs to no region. Name the RRK by its id.",
    "Document 1 to {number} events.",
    "Name each event once.",
    "Name 1 to {number} proceedings.",
    "Name 1 to {number} of them.",
    "Name a length from 1 to {number}.",
    "Name whole minutes from 1 to {number}.",
    "Working time is kept of an RRK alone. Leave it out.",
    "Name a day of the case.",
    "Name reports of conduct of this person by their ids.",
    "Send at most {number} facts.",
    "Give each fact one kind.",
    "Write {number} to {number} characters.",
    "The reason has {number} to {number} characters.",
    "State followsBand if, and only if, seenAssessment names an assessment.",
    "Name an assessment that was recorded for this case and that you have seen, by its id.",
    "The seal does not open. Read the assessment again and record it within 15 minutes, for the same office.",
  ],
  CONFLICT: [
    "It is decided already. Read the list again.",
    "It cannot be taken as it was sent: the fact is erased, is about another person, or another status of that day says otherwise. Keep what holds, and send what is right.",
    "The record is not in a state that allows this.",
    "This is possible in the state {KINDS} alone.",
    "A request to this office is open in the case. Wait for its answer.",
    "The check is not complete. Still to be found present: {KINDS}.",
    "No documented event of conduct is confirmed. Confirm one whose documents you have seen.",
    "Another person confirms a decision than the one who made it.",
    "Another person checks deferral and signs than the one who drafted the answer.",
    "The merge is undone, or a later one stands on it. Undo that first.",
    "The reference names another description. Give each a reference of its own.",
    "The case is with this RRK already.",
    "The measure has been reported on.",
    "Consent is required by {KINDS}. Ask for it (requestConsent).",
    "The request has been answered.",
    "The person has an open case at this RRK. Use that case.",
    "You have given another estimate of this case. It stays as it is.",
    "The case was drawn for an own estimate. Record yours (recordOwnEstimate); then the assessment opens.",
    "You have given another rating of this case. It stays as it is.",
    "You know the first assessment of this case or had a part in it. Leave it to another rater.",
    "You rated this case blind. Leave this step to another person.",
    "Scoring with this catalogue is suspended since {day}. Its acts say why (catalogue). Work by date (worklistByDate).",
    "Scoring with this version is suspended already.",
    "Scoring with this version is not suspended.",
    "No checkpoint covers the latest entries yet. Ask again in a second.",
  ],
  LOG_BROKEN: [
    "The access log does not verify.",
    "The access log does not verify at {place}. The segment is missing.",
    "The access log does not verify at {place}. The segment was cut off.",
    "The access log does not verify at {place}. The first line to blame is number {number}.",
    "The access log does not verify at {place}. The segments before it are not as it found them.",
    "The access log does not verify at {place}. A row of the key table does not prove itself.",
    "The access log does not verify at {place}. The key table was cut off.",
    "The access log does not verify at {place}. Rows of the key table are missing that no erasure on record names.",
  ],
  LOG_UNREADABLE: ["The access log cannot be read.", "No policy is on record."],
} as const;

const values: Readonly<Record<string, string>> = {
  number: "\\d{1,9}",
  day: "\\d{4}-\\d{2}-\\d{2}",
  NAME: "[A-Z][A-Z0-9_]{1,59}",
  coordinate: "(?<coordinate>[A-Z]\\w{0,59}\\.\\w{1,60}(?:\\(\\w{1,60}:\\))?)",
  KINDS: "[A-Z_]{2,30}(?:(?:, | or )[A-Z_]{2,30})*",
  place: "[a-z0-9-]{1,40}/[a-z]{1,20}-\\d{4}/(?:journal|keys)-\\d{6,9}\\.jsonl",
};

const patterns = new Map<string, readonly RegExp[]>(
  Object.entries(requesterSentences).map(([code, sentences]) => [code, sentences.map(patternOf)]),
);

/** Whether an error of this code is for the requester: every other error of a subgraph is the system's. */
export function isForRequesters(code: string): boolean {
  return patterns.has(code);
}

/** Whether a subgraph may say this sentence with this code. */
export function isRequesterSentence(code: string, sentence: string): boolean {
  return patterns.get(code)?.some((pattern) => fits(pattern.exec(sentence))) ?? false;
}

function fits(match: RegExpExecArray | null): boolean {
  const names = match?.groups?.coordinate?.match(/\w+/g) ?? [];
  return match !== null && names.every((name) => schemaNames().has(name));
}

function patternOf(sentence: string): RegExp {
  const source = sentence
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(/[.?*+^$()[\]\\|]/g, "\\$&") : values[part]));
  return new RegExp(`^${source.join("")}$`);
}
