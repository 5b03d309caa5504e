import { useSay } from "../Language.ts";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { Corrections } from "./Corrections.tsx";
import { Detectors } from "./Detectors.tsx";
import { Incidents } from "./Incidents.tsx";
import { LogHealth } from "./LogHealth.tsx";
import { Refusals } from "./Refusals.tsx";
import { WeeklySample } from "./WeeklySample.tsx";

/** Is it in order: the log, refusals, incidents, the sample of a week with its verdicts, what the detectors find, corrections outstanding. */
export function OrderPage() {
  const say = useSay();
  return (
    <Page title={say("Ist es in Ordnung?", "Is it in order?")}>
      <SignedIn purpose="DATA_PROTECTION_CONTROL">
        <LogHealth />
        <Refusals />
        <Incidents />
        <WeeklySample />
        <Detectors />
        <Corrections />
      </SignedIn>
    </Page>
  );
}
