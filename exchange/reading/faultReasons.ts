/** The closed set of reasons for which something is not taken: what is wrong, and what to do. */
export const faultReasons = {
  NOT_LABELLED: [
    "Police data without a label (§ 22b PolG NRW). Nothing of it was sent or kept.",
    "Label it at the source, and export it again.",
  ],
  COLUMNS_DIFFER: [
    "The row has more or fewer values than the head has columns.",
    "Export the file again; it may be cut off.",
  ],
  VALUE_MISSING: ["A value that is needed is empty.", "Fill it at the source."],
  VALUE_TOO_LONG: ["The value is longer than its field.", "Shorten it at the source."],
  CODE_UNKNOWN: [
    "The profile does not translate this code.",
    "Add the code to the profile, then: npm run import -- retry.",
  ],
  DAY_UNREADABLE: [
    "The value is no day in a form that the profile names.",
    "Add the form to the profile, then: npm run import -- retry; or mend the day at the source.",
  ],
  NUMBER_UNREADABLE: ["The value is no whole number.", "Mend it at the source."],
  YES_OR_NO_UNREADABLE: [
    "The value is neither a yes nor a no that the profile names.",
    "Add it to the profile, then: npm run import -- retry.",
  ],
  NOT_TEXT: ["The value has characters that no text has.", "Export the file again in the encoding of the profile."],
  NO_FACT: [
    "Nothing in the profile applies to this row.",
    "Add what it is to the profile, then: npm run import -- retry.",
  ],
  NOT_VALID: ["The message does not follow the schema of the profile.", "Have the sending system mend it."],
  PERSON_UNREADABLE: [
    "The person cannot be announced like this: letters beyond DIN 91379, or no name.",
    "Mend the personal data at the source.",
  ],
  MESSAGE_ID_REUSED: ["A message of this id came with other content.", "Give each message an id of its own."],
  STALE: [
    "A later change of the fact is known, or another version than the one it corrects is the latest.",
    "Compare the two at the source, and send what holds as a correction.",
  ],
  CONTRADICTORY: [
    "Another content of the same instant is known, or another status of the same day.",
    "Find out at the source which holds, and send that as a correction.",
  ],
  ANOTHER_PERSON: [
    "The fact was sent about another description of a person before.",
    "If the person is another, erase the fact and send it anew; if the personal data were mended, send the fact under a new reference.",
  ],
  ERASED: ["The fact was erased.", "If it is to be kept again, send it under a new reference."],
  UNKNOWN_TICKET: [
    "The ticket of the person was withdrawn.",
    "Ask the clearing office, then: npm run import -- retry.",
  ],
  UNKNOWN_REFERENCE: ["No fact was sent under this reference.", "Send the fact first, then: npm run import -- retry."],
  INVALID_VALUE: ["The value cannot be stored.", "Mend it at the source or in the profile."],
} as const satisfies Record<string, readonly [wrong: string, remedy: string]>;
