import { useLocation } from "preact-iso";
import { useDesk } from "../Desk.ts";

/** Opens the case: its reference goes into the statement, and into no address. */
export function OpenCase({ caseRef }: { readonly caseRef: string }) {
  const { session, statement, state } = useDesk();
  const { route } = useLocation();
  const purpose =
    ["CASE_MANAGEMENT", "CASE_ADMISSION"].find((each) => session?.purposes.includes(each)) ?? statement.purpose;
  return (
    <button
      type="button"
      class="kern-btn kern-btn--tertiary kern-btn--x-small"
      onClick={() => {
        // Why the list was read is no reason for the case; the one given for it before comes back.
        state({ purpose, caseRef, reason: "" });
        route("/fall");
      }}
    >
      <span class="kern-label">{caseRef}</span>
    </button>
  );
}
