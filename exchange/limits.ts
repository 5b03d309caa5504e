/** Every limit of an import, named, in one place. */
export const limits = {
  /** Facts of one request; with their persons they must fit `bodyBytesMax` too. */
  factsMax: 250,
  /** Bytes of a request, below what the gateway takes. */
  bodyBytesMax: 90_000,
  /** Persons of one announcement, and announcements of one request. */
  personsMax: 100,
  announcementsMax: 5,
  /** Characters of one row of a table. */
  rowCharactersMax: 100_000,
  /** Bytes of one XML message. */
  messageBytesMax: 1_000_000,
  /** Messages that are validated at once. */
  messagesAtOnceMax: 20,
  /** XLSX: bytes of the file, bytes of all that is unpacked of it, entries, and characters of texts that cells share. */
  workbookBytesMax: 50_000_000,
  workbookUnpackedBytesMax: 500_000_000,
  workbookEntriesMax: 1_000,
  workbookTextsMax: 50_000_000,
  /** Tries of a request that was not answered, the first included, and milliseconds before the second; each pause is twice the one before. */
  triesMax: 7,
  pauseMilliseconds: 250,
  requestMilliseconds: 60_000,
  /** Days for which a row stays in quarantine, and rows there. */
  quarantineDaysMax: 30,
  quarantineRowsMax: 10_000,
  /** Faults that are told one by one; of others only their number. */
  faultsToldMax: 200,
  /** Tickets that are remembered for persons who come again. */
  ticketsMax: 50_000,
} as const;
