import type { Faker } from "@faker-js/faker";

/** A case of a synthetic person, as far as several subgraphs must agree on it. */
export interface BlueprintCase {
  /** Case reference, `FM-<year>-<number>`. */
  readonly caseRef: string;
  readonly rrk: string;
  readonly openedOn: string;
  readonly state: "PROPOSED" | "CHECKED" | "ADMITTED" | "REJECTED" | "SUSPENDED" | "CLOSED";
  readonly ground: "OFFENCES" | "SOCIAL_CONDUCT";
  readonly proposedBy: string;
  /** ZAB that carries out the return once admitted. */
  readonly zab: string;
  readonly admittedOn: string | null;
  /** Day on which the case ended, by closing or by rejection. */
  readonly closedOn: string | null;
  /** § 72 (4) AufenthG; `NONE`: nothing was asked. */
  readonly consent: "NONE" | "NOT_REQUIRED" | "REQUESTED" | "GIVEN" | "REFUSED";
}

/**
 * What several subgraphs must agree on about one synthetic person. Everything else each subgraph draws for itself from
 * `random(<its name>)`. Citizenship, sex, religion and names are drawn there too, independently of conduct.
 */
export interface Blueprint {
  readonly index: number;
  /** Opaque reference, `P-` and 12 characters. */
  readonly personRef: string;
  /** A person made by hand for the demonstration and the tests; null for all others. */
  readonly showcase: string | null;
  /** Date the population is made for: facts before it are past. */
  readonly date: string;
  readonly dateOfBirth: string;
  readonly legalRegime: "THIRD_COUNTRY" | "UNION_CITIZEN" | "UNION_CITIZEN_LOSS" | "GERMAN";
  readonly transferBlock: "NONE" | "SMALL" | "LARGE";
  readonly competentAuthority: string;
  /** File reference there: the case reference of OWN_FILE. */
  readonly fileRef: string;
  readonly region: string;
  readonly rrk: string;
  readonly asylum: "NONE" | "FIRST_PENDING" | "SUBSEQUENT_PENDING" | "REJECTED_FINAL" | "RECOGNISED";
  /** File reference at BAMF: the case reference of OWN_ASYLUM_PROCEDURE; null without a procedure. */
  readonly asylumFileRef: string | null;
  readonly obligation: "NONE" | "NOT_ENFORCEABLE" | "ENFORCEABLE_NOT_FINAL" | "ENFORCEABLE_FINAL";
  /** Weight of the criminal record. ERASABLE: only convictions whose erasure period has run. */
  readonly conduct: "NONE" | "LIGHT" | "SERIOUS" | "ERASABLE" | "SUSPECTED";
  readonly prosecution: string;
  /** Js file reference: the case reference of OWN_INVESTIGATION; null without an open investigation. */
  readonly prosecutionFileRef: string | null;
  readonly police: string;
  /** File reference at the police: the case reference of OWN_FINDING; null without findings. */
  readonly policeFileRef: string | null;
  /** The same at the LKA; null where it supplied nothing. */
  readonly lkaFileRef: string | null;
  readonly prison: string | null;
  /** Book number there: the case reference of OWN_CUSTODY. */
  readonly prisonFileRef: string | null;
  readonly custodyFrom: string | null;
  readonly custodyUntil: string | null;
  readonly cases: readonly BlueprintCase[];
  /** A generator of its own for each room: the same seed, person and room give the same values. */
  random(room: string): Faker;
}
