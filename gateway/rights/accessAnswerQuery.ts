const provenance = "provenance { sourceOffice { name } eventDate lastChangedAt deleteBy legalBasis kind restricted }";

/**
 * What an answer to a request for access is drafted from: everything of the desk's contract about one person. It is asked like any other
 * operation, so that the draft holds what the rules let the person be told, and is on record as a disclosure.
 */
export const accessAnswerQuery = `query AccessAnswer($personRef: ID!, $after: String) {
  person(personRef: $personRef) {
    subjectRequests { id kind state receivedOn history { step on note } }
    familyName birthName givenNames dateOfBirth dateOfBirthPart placeOfBirth citizenships sex { name }
    isMinor competentAuthority { name } fileRef legalRegime ${provenance}
    transferBlock { code { name } since ${provenance} }
    residenceStatus { code { name } since validUntil ${provenance} }
    obligationToLeave { exists enforceable since finality ${provenance} }
    expulsion { code { name } eventDate servedOn finalOn tier ${provenance} }
    removalThreat { code { name } deadline enforceable ${provenance} }
    entryBan { code { name } until ${provenance} }
    toleration { reason { name } validUntil ${provenance} }
    asylumProcedure { status { name } kind remedyPending ${provenance} }
    removalBars { code { name } paragraph decidedBy { name } ${provenance} }
    interestsToStay { tier number state ${provenance} }
    identityClarification { status { name } cooperation warningGivenOn ${provenance} }
    travelDocument { kind present validUntil ${provenance} }
    medicalObstacle { exists ${provenance} }
    evasionFacts { number date ${provenance} }
    convictions {
      court fileRef decidedOn finalOn erasableFrom
      offences { provision designation committedOn intentional weapon }
      sentence { kind { name } years months weeks days dayFines probation }
      ${provenance}
    }
    investigations { office { name } fileRef provisions state since ${provenance} }
    custody { kind { name } from expectedEnd halfTerm waiver456a prison { name } ${provenance} }
    repeatOffenderListings { authority { name } ruleSet listedOn reviewBy ${provenance} }
    socialConductReports { category date reviewed sourceOffice { name } ${provenance} }
    cases {
      caseRef state rrk { name } openedOn closedOn
      assessmentDisclosures {
        recordedOn catalogueVersion status state band possibleBands significance rightToChallenge withheldNotice
        contributions { criterion { question norm evidenceSource } withheld points finding }
      }
    }
    accesses(first: 100, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { at office { name } purpose } }
    }
  }
}`;
