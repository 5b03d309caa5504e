// Made by npm run operations from requests.graphql and schema/contracts/abh-rights-clerk.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** Step to be taken with a request. */
export type AdvanceSubjectRequestInput = {
  /** Id of the request, as `SubjectRequest.id` gives it. */
  readonly id: string;
  /** Which step is taken. */
  readonly step: SubjectRequestStep;
  /** What is noted of it, 10 to 2,000 characters: what was checked, what is asked of the other office, why it is refused. */
  readonly note: string;
  /** Office that owns the data, by id; for `FORWARD` alone, and there required. */
  readonly forwardTo?: string | null | undefined;
};

/** Request that came in. */
export type ReceiveSubjectRequestInput = {
  /** Opaque reference of the person, as `Person.personRef` gives it. */
  readonly personRef: string;
  /** What is asked for. */
  readonly kind: SubjectRequestKind;
  /** Day on which it came in; not after the date of the question. */
  readonly receivedOn: string;
};

/** What the person concerned asks for (Art des Antrags). */
export type SubjectRequestKind =
  /** Access (Auskunft), Art. 15 GDPR. */
  | 'ACCESS'
  /** Rectification (Berichtigung), Art. 16 GDPR. */
  | 'RECTIFICATION'
  /** Erasure (Löschung), Art. 17 GDPR. */
  | 'ERASURE'
  /** Restriction of processing (Einschränkung der Verarbeitung), Art. 18 GDPR. */
  | 'RESTRICTION';

/** Where a request of the person concerned stands (Stand des Antrags). */
export type SubjectRequestState =
  /** Taken down (eingegangen). */
  | 'RECEIVED'
  /** The identity of whoever asks was checked (Identität geprüft), Art. 12 (6) GDPR. */
  | 'IDENTITY_CHECKED'
  /** The answer is drafted (Antwort entworfen). */
  | 'DRAFTED'
  /** Another person checked what has to be deferred (Zurückstellung geprüft), § 479 StPO, § 12 (3) EGGVG. */
  | 'DEFERRAL_CHECKED'
  /** The answer is signed by another person than its drafter (gezeichnet). */
  | 'SIGNED'
  /** The answer was sent (versandt). */
  | 'SENT'
  /** Passed on to the office that owns the data (an die datenführende Stelle abgegeben). */
  | 'FORWARDED'
  /** Carried out by the office that owns the data (erledigt). */
  | 'DONE'
  /** Refused with a reason (abgelehnt), Art. 12 (4) GDPR. */
  | 'REFUSED';

/** Step of a request of the person concerned (Bearbeitungsschritt). */
export type SubjectRequestStep =
  /** The identity of whoever asks is checked (Identitätsprüfung), Art. 12 (6) GDPR. */
  | 'CHECK_IDENTITY'
  /** The answer is drafted (Entwurf), Art. 15 GDPR. */
  | 'DRAFT'
  /** It is checked what has to be deferred (Prüfung der Zurückstellung), § 479 StPO, § 12 (3) EGGVG. */
  | 'CHECK_DEFERRAL'
  /** The draft is returned to be made anew (Rückgabe). */
  | 'RETURN'
  /** The answer is signed (Zeichnung). */
  | 'SIGN'
  /** The answer is sent (Versand), Art. 12 (3) GDPR. */
  | 'SEND'
  /** The request is passed on to the office that owns the data (Abgabe), Art. 16 to 18 GDPR. */
  | 'FORWARD'
  /** The office that owns the data carried it out (Erledigung), Art. 19 GDPR. */
  | 'COMPLETE'
  /** The request is refused (Ablehnung), Art. 12 (4) GDPR. */
  | 'REFUSE';

export type RequestsOfFileQueryVariables = Exact<{ [key: string]: never; }>;


export type RequestsOfFileQuery = { readonly persons: { readonly edges: ReadonlyArray<{ readonly node: { readonly personRef: string, readonly familyName: string | null, readonly givenNames: string | null, readonly subjectRequests: ReadonlyArray<{ readonly id: string, readonly kind: SubjectRequestKind | null, readonly state: SubjectRequestState | null, readonly receivedOn: string | null, readonly dueOn: string | null, readonly forwardedTo: { readonly name: string } | null, readonly history: ReadonlyArray<{ readonly number: number | null, readonly step: SubjectRequestStep | null, readonly on: string | null, readonly by: string | null, readonly note: string | null }> | null }> | null } | null }> | null } | null };

export type ReceiveSubjectRequestMutationVariables = Exact<{
  input: ReceiveSubjectRequestInput;
}>;


export type ReceiveSubjectRequestMutation = { readonly receiveSubjectRequest: { readonly person: { readonly personRef: string } | null } | null };

export type AdvanceSubjectRequestMutationVariables = Exact<{
  input: AdvanceSubjectRequestInput;
}>;


export type AdvanceSubjectRequestMutation = { readonly advanceSubjectRequest: { readonly person: { readonly personRef: string } | null } | null };


export const RequestsOfFileDocument = new TypedDocumentString(`
    query RequestsOfFile {
  persons(first: 5) {
    edges {
      node {
        personRef
        familyName
        givenNames
        subjectRequests {
          id
          kind
          state
          receivedOn
          dueOn
          forwardedTo {
            name
          }
          history {
            number
            step
            on
            by
            note
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequestsOfFileQuery, RequestsOfFileQueryVariables>;
export const ReceiveSubjectRequestDocument = new TypedDocumentString(`
    mutation ReceiveSubjectRequest($input: ReceiveSubjectRequestInput!) {
  receiveSubjectRequest(input: $input) {
    person {
      personRef
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiveSubjectRequestMutation, ReceiveSubjectRequestMutationVariables>;
export const AdvanceSubjectRequestDocument = new TypedDocumentString(`
    mutation AdvanceSubjectRequest($input: AdvanceSubjectRequestInput!) {
  advanceSubjectRequest(input: $input) {
    person {
      personRef
    }
  }
}
    `) as unknown as TypedDocumentString<AdvanceSubjectRequestMutation, AdvanceSubjectRequestMutationVariables>;
