/** When nobody is to be written to first. */
export interface QuietHours {
  /** IANA name. */
  readonly timeZone: string;
  /** Hours of the day, 0 to 23; quiet from the first until before the second, over midnight where it is later. */
  readonly from: number;
  readonly until: number;
}

/** Whether a moment (epoch milliseconds) is in the quiet hours. */
export function isQuiet(at: number, { timeZone, from, until }: QuietHours): boolean {
  const hour = hourOf(at, timeZone);
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

function hourOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).formatToParts(at);
  return Number(parts.find(({ type }) => type === 'hour')?.value);
}
