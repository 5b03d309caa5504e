/** The clock stands too far after the last day that was kept up with for a job to believe it. */
export class ClockJumped extends Error {
  override readonly name = "ClockJumped";

  /** Both days `YYYY-MM-DD`. */
  constructor(date: string, lastDay: string) {
    super(
      `The clock says ${date}, and the last day that was kept up with is ${lastDay}. Nothing was told, and nothing whose term would be over was destroyed. ` +
        `Mend the clock; if it is right, run npm run -s announce -- --date ${date} once.`,
    );
  }
}
