import { useSay } from "../Language.ts";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { Matrix } from "./Matrix.tsx";
import { OfficeSees } from "./OfficeSees.tsx";
import { PolicyChanges } from "./PolicyChanges.tsx";
import { PolicySimulation } from "./PolicySimulation.tsx";
import { WhoCanSee } from "./WhoCanSee.tsx";

/** Who may: the rights behind a field, those of an office, the matrix, and what another version of the policy changes or would have changed. */
export function RightsPage() {
  const say = useSay();
  return (
    <Page title={say("Wer darf?", "Who may?")}>
      <SignedIn purpose="DATA_PROTECTION_CONTROL">
        <WhoCanSee />
        <OfficeSees />
        <Matrix />
        <PolicyChanges />
        <PolicySimulation />
      </SignedIn>
    </Page>
  );
}
