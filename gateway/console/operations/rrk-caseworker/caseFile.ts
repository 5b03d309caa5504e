// Made by npm run operations from caseFile.graphql and schema/contracts/rrk-caseworker.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** Outcome of a decision on admission (Ergebnis der Aufnahmeentscheidung). */
export type AdmissionOutcome =
  /** Admitted (aufgenommen). */
  | 'ADMIT'
  /** Rejected (abgelehnt). */
  | 'REJECT';

/** Kind of asylum procedure (Antragsart). */
export type AsylumProcedureKind =
  /** First application (Erstantrag). */
  | 'FIRST'
  /** Subsequent application (Folgeantrag), § 71 AsylG. */
  | 'SUBSEQUENT'
  /** Second application (Zweitantrag), § 71a AsylG. */
  | 'SECOND';

/** State of a case (Fallstatus). */
export type CaseState =
  /** Proposed (vorgeschlagen). */
  | 'PROPOSED'
  /** Checked for completeness (geprüft). */
  | 'CHECKED'
  /** Decided by one person, to be confirmed by a second (Vier-Augen-Prinzip). */
  | 'AWAITING_CONFIRMATION'
  /** Admitted (aufgenommen). */
  | 'ADMITTED'
  /** Rejected (abgelehnt). */
  | 'REJECTED'
  /** Suspended (ruhend). */
  | 'SUSPENDED'
  /** Closed (abgeschlossen). */
  | 'CLOSED';

/** State of the prosecutor's consent (Einvernehmen). */
export type ConsentState =
  /** Not required (nicht erforderlich). */
  | 'NOT_REQUIRED'
  /** Asked for (angefragt). */
  | 'REQUESTED'
  /** Given (erteilt). */
  | 'GIVEN'
  /** Refused (versagt). */
  | 'REFUSED';

/** Fact or assessment (Tatsache oder persönliche Einschätzung), § 73 BDSG as model. */
export type FactKind =
  /** Observed or decided fact (Tatsache). */
  | 'FACT'
  /** Personal assessment (Einschätzung); the evidence holder is named beside it. */
  | 'ASSESSMENT';

/** Finality (Bestandskraft) of an administrative act. */
export type Finality =
  /** Remedies are open or pending. */
  | 'NOT_FINAL'
  /** Final (bestandskräftig). */
  | 'FINAL';

/** How well an interest to stay is shown (Nachweisstand). */
export type InterestState =
  /** Claimed (behauptet). */
  | 'CLAIMED'
  /** Shown (belegt). */
  | 'SHOWN';

/** State of an investigation (Verfahrensstand). */
export type InvestigationState =
  /** Pending at the prosecutor's office (anhängig). */
  | 'OPEN'
  /** Charge brought (Anklage erhoben). */
  | 'CHARGED';

/** Legal regime (Rechtsregime) that governs the stay. */
export type LegalRegime =
  /** Third-country national under the AufenthG (Drittstaatsangehörige). */
  | 'THIRD_COUNTRY'
  /** Citizen of the Union with the right of free movement (FreizügG/EU). */
  | 'UNION_CITIZEN'
  /** Citizen of the Union after loss of the right was established (§§ 2 (7), 5 (4), 6 FreizügG/EU). */
  | 'UNION_CITIZEN_LOSS'
  /** German (Art. 116 GG). */
  | 'GERMAN';

/** Kind of measure (Art der Maßnahme). */
export type MeasureKind =
  /** Hearing (Anhörung), § 28 VwVfG. */
  | 'HEARING'
  /** Expulsion order (Ausweisungsverfügung), § 53 AufenthG. */
  | 'EXPULSION_ORDER'
  /** Procurement of a substitute document (Passersatzbeschaffung). */
  | 'SUBSTITUTE_DOCUMENT'
  /** Advice on voluntary return (Rückkehrberatung). */
  | 'RETURN_ADVICE'
  /** Request for waiver of execution (§ 456a StPO). */
  | 'WAIVER_REQUEST'
  /** Preparation of the removal (Vorbereitung der Abschiebung), § 58 AufenthG. */
  | 'REMOVAL_PREPARATION';

/** State of a measure (Bearbeitungsstand). */
export type MeasureState =
  /** To be carried out (offen). */
  | 'OPEN'
  /** Carried out (erledigt). */
  | 'DONE'
  /** Given up (aufgehoben). */
  | 'CANCELLED';

/** Why a case was proposed (Vorschlagsgrund). */
export type ProposalGround =
  /** Criminal offences (strafrechtlich auffällig). */
  | 'OFFENCES'
  /** Seriously negative social conduct (erheblich negatives Sozialverhalten). */
  | 'SOCIAL_CONDUCT';

/** Category of reported conduct: a closed list without health, religion or way of life. */
export type SocialConductCategory =
  /** Violence in a facility (Gewalt in der Einrichtung). */
  | 'VIOLENCE_IN_FACILITY'
  /** Threat (Bedrohung). */
  | 'THREAT'
  /** Damage to property (Sachbeschädigung). */
  | 'PROPERTY_DAMAGE'
  /** Disturbance of public order (Ordnungsstörung). */
  | 'PUBLIC_ORDER'
  /** Breach of house rules in a serious case (schwerer Verstoß gegen die Hausordnung). */
  | 'HOUSE_RULES';

/** Kind of travel document (Dokumentenart). */
export type TravelDocumentKind =
  /** Passport (Pass). */
  | 'PASSPORT'
  /** Substitute document (Passersatzpapier, PEP). */
  | 'SUBSTITUTE';

export type CaseFileQueryVariables = Exact<{
  caseRef: string;
}>;


export type CaseFileQuery = { readonly case: { readonly caseRef: string, readonly state: CaseState | null, readonly openedOn: string | null, readonly ground: ProposalGround | null, readonly proposalReason: string | null, readonly proposedBy: { readonly name: string } | null, readonly admissionDecisions: ReadonlyArray<{ readonly id: string, readonly outcome: AdmissionOutcome | null, readonly reason: string | null, readonly decidedBy: string | null, readonly decidedOn: string | null }> | null, readonly measures: ReadonlyArray<{ readonly id: string, readonly kind: MeasureKind | null, readonly dueOn: string | null, readonly state: MeasureState | null, readonly office: { readonly name: string } | null }> | null, readonly deadlines: ReadonlyArray<{ readonly id: string, readonly subject: string | null, readonly dueOn: string | null, readonly norm: string | null }> | null, readonly consents: ReadonlyArray<{ readonly id: string, readonly state: ConsentState | null, readonly requestedOn: string | null, readonly answeredOn: string | null, readonly office: { readonly name: string } | null }> | null, readonly person: { readonly personRef: string, readonly familyName: string | null, readonly givenNames: string | null, readonly birthName: string | null, readonly dateOfBirth: string | null, readonly fileRef: string | null, readonly legalRegime: LegalRegime | null, readonly isMinor: boolean | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null, readonly residenceStatus: { readonly since: string | null, readonly validUntil: string | null, readonly code: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly obligationToLeave: { readonly exists: boolean | null, readonly enforceable: boolean | null, readonly since: string | null, readonly finality: Finality | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly expulsion: { readonly exists: boolean | null, readonly finalOn: string | null, readonly code: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly removalThreat: { readonly exists: boolean | null, readonly enforceable: boolean | null, readonly code: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly entryBan: { readonly until: string | null, readonly code: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly toleration: { readonly validUntil: string | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly asylumProcedure: { readonly kind: AsylumProcedureKind | null, readonly remedyPending: boolean | null, readonly status: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly removalBars: ReadonlyArray<{ readonly paragraph: string | null, readonly code: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null }> | null, readonly interestsToStay: ReadonlyArray<{ readonly tier: number | null, readonly number: string | null, readonly state: InterestState | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null }> | null, readonly identityClarification: { readonly cooperation: boolean | null, readonly status: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly travelDocument: { readonly kind: TravelDocumentKind | null, readonly present: boolean | null, readonly validUntil: string | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly medicalObstacle: { readonly exists: boolean | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly convictions: ReadonlyArray<{ readonly id: string, readonly court: string | null, readonly fileRef: string | null, readonly decidedOn: string | null, readonly offences: ReadonlyArray<{ readonly provision: string | null, readonly designation: string | null }> | null, readonly sentence: { readonly years: number | null, readonly months: number | null, readonly weeks: number | null, readonly days: number | null, readonly dayFines: number | null, readonly probation: boolean | null } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null }> | null, readonly investigations: ReadonlyArray<{ readonly id: string, readonly state: InvestigationState | null, readonly since: string | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null }> | null, readonly custody: { readonly from: string | null, readonly expectedEnd: string | null, readonly kind: { readonly name: string } | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null } | null, readonly repeatOffenderListings: ReadonlyArray<{ readonly ruleSet: string | null, readonly listedOn: string | null, readonly reviewBy: string | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null }> | null, readonly socialConductReports: ReadonlyArray<{ readonly id: string, readonly date: string | null, readonly category: SocialConductCategory | null, readonly provenance: { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null } | null }> | null } | null } | null };

export type SourceFragment = { readonly kind: FactKind | null, readonly eventDate: string | null, readonly legalBasis: string | null, readonly sourceOffice: { readonly name: string } | null, readonly evidenceHolder: { readonly name: string } | null };

export const SourceFragmentDoc = new TypedDocumentString(`
    fragment Source on Provenance {
  kind
  eventDate
  sourceOffice {
    name
  }
  evidenceHolder {
    name
  }
  legalBasis
}
    `, {"fragmentName":"Source"}) as unknown as TypedDocumentString<SourceFragment, unknown>;
export const CaseFileDocument = new TypedDocumentString(`
    query CaseFile($caseRef: ID!) {
  case(caseRef: $caseRef) {
    caseRef
    state
    openedOn
    ground
    proposedBy {
      name
    }
    proposalReason
    admissionDecisions {
      id
      outcome
      reason
      decidedBy
      decidedOn
    }
    measures {
      id
      kind
      dueOn
      state
      office {
        name
      }
    }
    deadlines {
      id
      subject
      dueOn
      norm
    }
    consents {
      id
      state
      requestedOn
      answeredOn
      office {
        name
      }
    }
    person {
      personRef
      familyName
      givenNames
      birthName
      dateOfBirth
      fileRef
      legalRegime
      isMinor
      provenance {
        ...Source
      }
      residenceStatus {
        code {
          name
        }
        since
        validUntil
        provenance {
          ...Source
        }
      }
      obligationToLeave {
        exists
        enforceable
        since
        finality
        provenance {
          ...Source
        }
      }
      expulsion {
        exists
        code {
          name
        }
        finalOn
        provenance {
          ...Source
        }
      }
      removalThreat {
        exists
        code {
          name
        }
        enforceable
        provenance {
          ...Source
        }
      }
      entryBan {
        code {
          name
        }
        until
        provenance {
          ...Source
        }
      }
      toleration {
        validUntil
        provenance {
          ...Source
        }
      }
      asylumProcedure {
        status {
          name
        }
        kind
        remedyPending
        provenance {
          ...Source
        }
      }
      removalBars {
        code {
          name
        }
        paragraph
        provenance {
          ...Source
        }
      }
      interestsToStay {
        tier
        number
        state
        provenance {
          ...Source
        }
      }
      identityClarification {
        status {
          name
        }
        cooperation
        provenance {
          ...Source
        }
      }
      travelDocument {
        kind
        present
        validUntil
        provenance {
          ...Source
        }
      }
      medicalObstacle {
        exists
        provenance {
          ...Source
        }
      }
      convictions {
        id
        court
        fileRef
        decidedOn
        offences {
          provision
          designation
        }
        sentence {
          years
          months
          weeks
          days
          dayFines
          probation
        }
        provenance {
          ...Source
        }
      }
      investigations {
        id
        state
        since
        provenance {
          ...Source
        }
      }
      custody {
        kind {
          name
        }
        from
        expectedEnd
        provenance {
          ...Source
        }
      }
      repeatOffenderListings {
        ruleSet
        listedOn
        reviewBy
        provenance {
          ...Source
        }
      }
      socialConductReports {
        id
        date
        category
        provenance {
          ...Source
        }
      }
    }
  }
}
    fragment Source on Provenance {
  kind
  eventDate
  sourceOffice {
    name
  }
  evidenceHolder {
    name
  }
  legalBasis
}`) as unknown as TypedDocumentString<CaseFileQuery, CaseFileQueryVariables>;
