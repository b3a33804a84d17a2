/** What whoever deploys may say. */
export type DeploySettings = {
  /** Who is told of alarms by mail; where it is absent, the topic alone is. */
  readonly email?: string;
  /** From how many US dollars a month on somebody is told. */
  readonly budget: string;
  /** How finely metrics are told apart. */
  readonly metrics: string;
  /** Where Slack sends whoever installed the app; absent: the first address that the app's page at Slack names. */
  readonly redirectUrl?: string;
};

/** What a deployment is told by its environment; it throws an error that says what to write instead. */
export function readDeploySettings({
  STINT_ALARM_EMAIL: email,
  STINT_BUDGET_USD: budget,
  STINT_METRICS: metrics,
  INSTALL_REDIRECT_URL: redirectUrl,
}: Readonly<Record<string, string | undefined>>): DeploySettings {
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new Error('STINT_ALARM_EMAIL must be a mail address, or absent: then the topic alone is told.');
  if (budget && !/^(?!0+(?:\.0+)?$)\d{1,9}(?:\.\d{1,2})?$/.test(budget))
    throw new Error('STINT_BUDGET_USD must be US dollars a month, such as 20 or 7.50; absent, it is 20.');
  if (metrics && !['off', 'function', 'command'].includes(metrics))
    throw new Error('STINT_METRICS must be off, function or command; absent, it is function.');
  if (redirectUrl && URL.parse(redirectUrl)?.protocol !== 'https:')
    throw new Error(
      'INSTALL_REDIRECT_URL must be an https address that the app’s page at Slack names, or absent: then the first one there counts.',
    );
  return {
    budget: budget || '20',
    metrics: metrics || 'function',
    ...(email ? { email } : {}),
    ...(redirectUrl ? { redirectUrl } : {}),
  };
}

/** Who is told, and from how much on: it stands at the end of every deployment, where a variable that was forgotten is seen. */
export function toldWords({ email, budget }: Pick<DeploySettings, 'email' | 'budget'>): string {
  return `${email ?? 'no mail address, the topic alone'}; of costs from ${budget} US dollars a month on`;
}

/** What whoever deploys must not overlook: in production, that no mail address is told, and one of before is not any more. */
export function unheardWarning(
  isProduction: boolean,
  { email }: Pick<DeploySettings, 'email'>,
): string | undefined {
  if (!isProduction || email !== undefined) return undefined;
  return 'WARNING: STINT_ALARM_EMAIL is not set, so no alarm of production reaches a mail address, also none that an earlier deployment told. Unless something else listens to the topic Alarms, deploy again with STINT_ALARM_EMAIL=you@example.com.';
}
