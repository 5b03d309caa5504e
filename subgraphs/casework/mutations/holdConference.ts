import { sql } from "drizzle-orm";
import { officeKinds } from "../../../schema/offices.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseFact } from "../caseFact.ts";
import { caseConference } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readOffice } from "./readOffice.ts";
import { readText, reasonLimits } from "./readText.ts";

interface HoldConferenceInput {
  readonly caseRef: string;
  readonly on: string;
  readonly participants: readonly string[];
  readonly agenda: readonly string[];
  readonly resolution: string;
  readonly minutes?: string | null;
  readonly workingMinutes?: number | null;
}

/** Offices that take part in a conference: all that act in cases. */
const takingPart = officeKinds.filter(
  (kind) => !["DATA_SUBJECT", "DATA_PROTECTION", "EVALUATION", "LZPD"].includes(kind),
);
const participantsMax = 20;
const agendaMax = 20;
const agendaItemLimits = { charactersMin: 3, charactersMax: 200 };
const minutesLimits = { charactersMin: 10, charactersMax: 20_000 };

/**
 * Records a conference that was held. Taking part in one opens nothing: no relation is written for the participants.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND, CONFLICT
 */
export async function holdConference(
  _parent: unknown,
  { input }: { readonly input: HoldConferenceInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef } = input;
  if (input.on > grant.date) throw new SubgraphError("INVALID_INPUT", "Name a day that has come.", "input.on");
  const participants = [
    ...new Set(
      within(input.participants, participantsMax, "input.participants").map((id) =>
        readOffice(id, "input.participants", takingPart),
      ),
    ),
  ];
  const agenda = within(input.agenda, agendaMax, "input.agenda").map((item, index) =>
    readText(item, `input.agenda.${index}`, agendaItemLimits),
  );
  const resolution = readText(input.resolution, "input.resolution", reasonLimits);
  const minutes =
    (input.minutes ?? null) === null ? null : readText(input.minutes ?? "", "input.minutes", minutesLimits);
  return takeStep(
    context,
    { mutation: "holdConference", caseRef, workingMinutes: input.workingMinutes },
    async ({ transaction, found, position }) => {
      if (input.on < found.openedOn) throw new SubgraphError("INVALID_INPUT", "Name a day of the case.", "input.on");
      const { personRef } = found;
      await transaction.insert(caseConference).values({
        ...caseFact("conference", { caseRef, personRef, office: grant.office, on: input.on, at: sql`now()` }),
        position,
        participants,
        agenda,
        resolution,
        minutes,
      });
    },
  );
}

function within<T>(list: readonly T[], most: number, field: string): readonly T[] {
  if (list.length >= 1 && list.length <= most) return list;
  throw new SubgraphError("INVALID_INPUT", `Name 1 to ${most} of them.`, field);
}
