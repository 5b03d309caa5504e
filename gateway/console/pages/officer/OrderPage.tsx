import { useSay } from "../Language.ts";
import { Page } from "../parts/Page.tsx";
import { SignedIn } from "../parts/SignedIn.tsx";
import { Detectors } from "./Detectors.tsx";
import { WeeklySample } from "./WeeklySample.tsx";

/** Is it in order: what the detectors find, and the sample of a week with its verdicts. */
export function OrderPage() {
  const say = useSay();
  return (
    <Page title={say("Ist es in Ordnung?", "Is it in order?")}>
      <SignedIn purpose="DATA_PROTECTION_CONTROL">
        <WeeklySample />
        <Detectors />
      </SignedIn>
    </Page>
  );
}
