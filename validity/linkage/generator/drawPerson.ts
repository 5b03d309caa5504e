import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { origins } from "../origins.ts";
import type { Dice } from "./Dice.ts";
import { dayInPapers } from "./dayInPapers.ts";
import { drawGivenNames } from "./drawGivenNames.ts";
import { nameSources } from "./nameSources.ts";
import type { TruePerson } from "./TruePerson.ts";

const firstBirth = "1945-01-01";
const birthDays = 65 * 365;

/** A person of any origin, each as likely as another. */
export function drawPerson(dice: Dice): TruePerson {
  const origin = dice.pick(origins);
  const { family, places } = nameSources[origin];
  const sex = dice.happens(0.6) ? "male" : "female";
  const isRenamed = sex === "female" && dice.happens(0.3);
  return {
    origin,
    sex,
    family: [family[sex].draw(dice), ...(dice.happens(0.06) ? [family[sex].draw(dice)] : [])],
    birth: isRenamed ? family[sex].draw(dice) : null,
    given: drawGivenNames(origin, sex, dice),
    dateOfBirth: dayInPapers(addDays(firstBirth, dice.below(birthDays)), origin, dice),
    place: places.draw(dice),
  };
}
