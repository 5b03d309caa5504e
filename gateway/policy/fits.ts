import type { PolicyOffice, Who } from "./Policy.ts";

/** Whether an office and a role are among those meant. */
export function fits(who: Who, office: PolicyOffice, role: string): boolean {
  return (
    (who.offices.includes(office.id) || who.offices.includes(office.kind)) &&
    (who.roles.length === 0 || who.roles.includes(role))
  );
}
