/** Slack's `<!date^…>` in words, on the clock of a zone: each `{token}` of the format becomes a part of the date. */
export function formatDate(seconds: number, format: string, zone: string, fallback: string): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return fallback;
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => {
    const options = Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined;
    return options ? new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }).format(date) : whole;
  });
}

const LONG = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;
const SHORT = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const FULL = { year: 'numeric', month: 'long', day: 'numeric' } as const;

const TOKENS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: FULL,
  date_pretty: FULL,
  date_short: SHORT,
  date_short_pretty: SHORT,
  date_long: LONG,
  date_long_pretty: LONG,
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};
