/** Something that is not varied between two worlds, not compared, or not held to the reference. */
interface Outside {
  readonly id: string;
  readonly what: string;
  readonly why: string;
}

/**
 * The whole list: limits of the model, where `declaredExceptions` are what the product tells. No field, argument or enum value of a contract
 * is on it.
 */
export const outsideTheModel: readonly Outside[] = [
  {
    id: "M1",
    what: "The characters of a seal, though not its length.",
    why: "It is drawn anew each time (AES-GCM under a random nonce).",
  },
  {
    id: "M2",
    what: "Instants at which PostgreSQL writes, of the day of the run.",
    why: "They are the clock of the database, which the model does not set.",
  },
  {
    id: "M3",
    what: "The grant of a request to a subgraph, and the order of requests, answers and errors that are on their way at once.",
    why: "Grants are signed anew from time to time, and the threads that sign and read files finish as they like. The order of errors in the answer itself is compared.",
  },
  {
    id: "M4",
    what: "The reference's word on an operation that exceeds a limit.",
    why: "It is refused by counting what is written, before any rule is asked; both worlds must refuse it alike.",
  },
  {
    id: "M5",
    what: "The reference's word on whether the state of a record and the input allow a write, and on payloads other than a case.",
    why: "A reference that writes would be a second casework. It says whether a mutation is refused whole, whether the record is in reach, that nothing else was written, and what the case reads like afterwards.",
  },
  {
    id: "M6",
    what: "Keys and references that hold rows together, alone.",
    why: "A row without its person is in no world. They differ where rows are another's, gone or there twice.",
  },
  {
    id: "M7",
    what: "The access log, which is one for all worlds.",
    why: "It tells of accesses, not of what stands in the files; what data protection officers read of it is exception E5.",
  },
  {
    id: "M8",
    what: "Tokens, and requests without a purpose or with one that the token does not carry.",
    why: "Who asks is settled before any data is touched, and has tests of its own (identify, statePurpose).",
  },
  {
    id: "M9",
    what: "What correction notices hold.",
    why: "They rest on the access log (M7), and putting rows in the place of others is no correction. They have tests of their own (corrections).",
  },
  {
    id: "M10",
    what: "Announcements of persons, questions whom they are of, and merges: the worlds hold none, and what the generator announces is no sound name.",
    why: "Whom a description is of hangs on who is on file, which the sender is not told: test/subgraphs/immigration/linkage and test/journeys/linkage hold the form of the answer.",
  },
  {
    id: "M11",
    what: "Requests of persons for access, rectification, restriction and erasure, and their history: the worlds hold none, so that they read as an empty list or as withheld.",
    why: "They begin with the system. test/journeys/subjectRights holds who takes which step and who reads them.",
  },
];
