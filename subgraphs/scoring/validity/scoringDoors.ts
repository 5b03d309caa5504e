import { type EnclaveDoor, isNotHidden } from "../../shell/enclaveDoors.ts";

/** Every kept assessment with what it rests on: classes and numbers, no fact behind them and nobody who acted. */
const assessments: EnclaveDoor = {
  name: "assessments",
  gives: `person text, assessment text, case_pseudonym text, made_on date, catalogue_version text, state text, band text, axis_a int, axis_b int,
    contributions jsonb, facts jsonb, from_latest int`,
  // An assessment that is worked out again takes no fact of a later day for known; so none is given.
  query: `
    SELECT migrations.enclave_pseudonym('person ' || kept.person_ref), migrations.enclave_pseudonym('assessment ' || kept.fact_id),
      migrations.enclave_pseudonym('case ' || kept.case_ref), kept.event_date, kept.catalogue_version, kept.assessment->>'state', kept.band,
      (kept.assessment->>'axisA')::int, (kept.assessment->>'axisB')::int,
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('criterion', c->>'criterion', 'points', (c->>'points')::int)), '[]')
        FROM jsonb_array_elements(kept.assessment->'contributions') AS c),
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('key', f->>'key', 'value', f->>'value')), '[]')
        FROM jsonb_array_elements(kept.inputs) AS f WHERE (f->>'asOf') IS NULL OR (f->>'asOf')::date <= kept.event_date),
      (row_number() OVER (PARTITION BY kept.person_ref ORDER BY kept.event_date DESC, kept.recorded_at DESC, kept.fact_id DESC))::int
    FROM scoring.recorded_assessment AS kept WHERE kept.event_date <= asked AND ${isNotHidden("kept.person_ref")}`,
};

/**
 * Bands that people gave: blind second ratings, each beside the assessment that it rates, and own estimates, each beside the first
 * assessment of its case. Who gave them stays here: raters are not measured.
 */
const ratings: EnclaveDoor = {
  name: "ratings",
  gives: "case_pseudonym text, assessment text, kind text, band text",
  query: `
    SELECT migrations.enclave_pseudonym('case ' || given.case_ref), migrations.enclave_pseudonym('assessment ' || given.fact_id), given.kind, given.band
    FROM (
      SELECT r.person_ref, r.case_ref, 'BLIND_RATING' AS kind, r.band, r.event_date, (SELECT kept.fact_id FROM scoring.recorded_assessment AS kept
        WHERE kept.evaluation_ref = r.evaluation_ref) AS fact_id FROM scoring.blind_rating AS r
      UNION ALL
      SELECT e.person_ref, e.case_ref, 'OWN_ESTIMATE', e.band, e.event_date, (SELECT kept.fact_id FROM scoring.recorded_assessment AS kept
        WHERE kept.case_ref = e.case_ref AND kept.event_date <= asked ORDER BY kept.event_date, kept.recorded_at, kept.fact_id LIMIT 1)
        FROM scoring.own_estimate AS e
    ) AS given
    WHERE given.event_date <= asked AND ${isNotHidden("given.person_ref")}`,
};

/** What scoring opens to the enclave. There is no door the other way. */
export const scoringDoors: readonly EnclaveDoor[] = [assessments, ratings];
