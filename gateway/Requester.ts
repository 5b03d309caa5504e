/** Who asks, and what for. Made by `identify` alone; everything after it only reads. */
export interface Requester {
  /** Office, by id. */
  readonly office: string;
  /** Who holds relations: the office, or `SUBJECT:<personRef>` for a data subject. */
  readonly holder: string;
  /** Role in the office, for example `CASEWORKER`. */
  readonly role: string;
  /** Staff id of the person acting (`sub` of the token). */
  readonly person: string;
  /** Staff id of the responsible person (§ 13 AZRG); the person acting where the token names no other. */
  readonly responsiblePerson: string;
  /** Program by which the person asks, as the issuer knows it (`azp`, else `client_id`, of the token); `unknown` where the token names none. */
  readonly client: string;
  /** Every purpose the token carries: the contract is made for all of them. */
  readonly purposes: readonly string[];
  /** The purpose stated for this request (`Access-Purpose`); null where none was stated. */
  readonly purpose: string | null;
  /** Case or file reference (`Access-Case`); null where none was stated. */
  readonly caseRef: string | null;
  /** Reason in words (`Access-Reason`); null where none was stated. */
  readonly reason: string | null;
}
