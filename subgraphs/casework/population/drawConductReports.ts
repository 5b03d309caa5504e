import type { Blueprint, BlueprintCase } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import { opaqueId } from "../../shell/opaqueId.ts";
import { conductCategories } from "../codes.ts";
import { conductReportOrigin } from "../conductReportOrigin.ts";
import type { socialConductReport } from "../tables.ts";

type ReportRow = typeof socialConductReport.$inferInsert;

/** Events that a proposal for social conduct rests on; invented. */
const events = { min: 2, max: 4 };
const daysBeforeProposal = { min: 3, max: 240 };
const reviewedShare = 0.75;

/** Reports behind the person's proposals for social conduct: of the immigration authority and of the police. */
export function drawConductReports(blueprint: Blueprint): readonly ReportRow[] {
  const faker = blueprint.random("casework.conduct");
  const proposals = blueprint.cases.filter(({ ground }) => ground === "SOCIAL_CONDUCT");
  return proposals
    .flatMap(drawEvents)
    .map((row, index) => ({ ...row, factId: opaqueId("SC", `${blueprint.personRef} ${index}`) }));

  function drawEvents(proposed: BlueprintCase) {
    return Array.from({ length: faker.number.int(events) }, (_, index) => {
      const eventDate = addDays(proposed.openedOn, -faker.number.int(daysBeforeProposal));
      const byPolice = index > 0 && faker.datatype.boolean();
      const recordedAt = `${eventDate}T12:00:00Z`;
      return {
        ...conductReportOrigin(byPolice ? blueprint.police : blueprint.competentAuthority),
        personRef: blueprint.personRef,
        sourceFileRef: (byPolice ? blueprint.policeFileRef : null) ?? blueprint.fileRef,
        eventDate,
        recordedAt,
        lastChangedAt: recordedAt,
        category: faker.helpers.arrayElement(conductCategories),
        reviewed: proposed.state !== "PROPOSED" && faker.datatype.boolean(reviewedShare),
      };
    });
  }
}
