import { useSay } from "../Language.ts";
import { Action } from "../parts/Action.tsx";
import { saveFile } from "../parts/saveFile.ts";
import type { DueRow } from "./dueRows.ts";

/** Saves the deadlines that are shown as a calendar. It is made here, of what the page has: names do not go into it. */
export function CalendarFile({ rows }: { readonly rows: readonly DueRow[] }) {
  const say = useSay();
  const save = async () => {
    const { deadlineCalendar } = await import("../../../calendar/deadlineCalendar.ts");
    const deadlines = rows.map(({ id, caseRef, what, beside, dueOn }) => ({
      id,
      caseRef,
      subject: what,
      norm: beside,
      dueOn,
    }));
    saveFile("fristen.ics", "text/calendar", deadlineCalendar(deadlines, new Date()));
  };
  return (
    <Action kind="secondary" onClick={() => void save()}>
      {say("Als Kalender speichern (.ics)", "Save as a calendar (.ics)")}
    </Action>
  );
}
