// Made by npm run operations from drafts.graphql and schema/contracts/data-protection.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** A document that the controller owes. */
export type ProcessingDocument =
  /** Record of processing activities (Verzeichnis von Verarbeitungstätigkeiten), Art. 30 GDPR. */
  | 'RECORD_OF_PROCESSING'
  /** Data protection impact assessment (Datenschutz-Folgenabschätzung), Art. 35 GDPR. */
  | 'IMPACT_ASSESSMENT'
  /** Fundamental rights impact assessment (Grundrechte-Folgenabschätzung), Art. 27 Regulation (EU) 2024/1689. */
  | 'FUNDAMENTAL_RIGHTS_ASSESSMENT';

export type DraftQueryVariables = Exact<{
  document: ProcessingDocument;
}>;


export type DraftQuery = { readonly processingDraft: { readonly title: string | null, readonly policyVersion: string | null, readonly sections: ReadonlyArray<{ readonly heading: string | null, readonly norm: string | null, readonly facts: ReadonlyArray<string> | null, readonly blanks: ReadonlyArray<string> | null }> | null } | null };


export const DraftDocument = new TypedDocumentString(`
    query Draft($document: ProcessingDocument!) {
  processingDraft(document: $document) {
    title
    policyVersion
    sections {
      heading
      norm
      facts
      blanks
    }
  }
}
    `) as unknown as TypedDocumentString<DraftQuery, DraftQueryVariables>;
