import { describe, expect, it } from 'vitest';
import { readDeploySettings, toldWords, unheardWarning } from '../../infra/settings.ts';

describe('what whoever deploys may say', () => {
  it('is nothing at all', () => {
    expect(readDeploySettings({ STINT_ALARM_EMAIL: '', STINT_BUDGET_USD: '' })).toEqual({
      budget: '20',
      metrics: 'function',
    });
  });

  it('is who is told, of how much, and how finely is measured', () => {
    const said = { STINT_ALARM_EMAIL: 'ana@example.com', STINT_BUDGET_USD: '7.50', STINT_METRICS: 'command' };
    expect(readDeploySettings(said)).toEqual({
      email: 'ana@example.com',
      budget: '7.50',
      metrics: 'command',
    });
  });

  it('is where Slack sends whoever installed the app', () => {
    const redirectUrl = 'https://stint.example/install/callback';
    expect(readDeploySettings({ INSTALL_REDIRECT_URL: redirectUrl })).toMatchObject({ redirectUrl });
  });

  it.each([
    [{ STINT_ALARM_EMAIL: 'ana' }, 'STINT_ALARM_EMAIL must be a mail address'],
    [{ STINT_ALARM_EMAIL: 'ana@example.com, ben@example.com' }, 'STINT_ALARM_EMAIL must be a mail address'],
    [{ STINT_BUDGET_USD: '$20' }, 'STINT_BUDGET_USD must be US dollars a month, such as 20 or 7.50'],
    [{ STINT_BUDGET_USD: '-5' }, 'STINT_BUDGET_USD must be'],
    [{ STINT_BUDGET_USD: '0.00' }, 'STINT_BUDGET_USD must be'],
    [{ INSTALL_REDIRECT_URL: 'http://stint.example' }, 'INSTALL_REDIRECT_URL must be an https address'],
    [{ INSTALL_REDIRECT_URL: 'here' }, 'INSTALL_REDIRECT_URL must be an https address'],
    [{ STINT_METRICS: 'all' }, 'STINT_METRICS must be off, function or command'],
  ])('is refused as %o, with what to write instead', (said, problem) => {
    expect(() => readDeploySettings(said)).toThrow(problem);
  });
});

describe('what a deployment says of its alarms', () => {
  it('is who is told, and from how much on', () => {
    expect(toldWords({ email: 'ana@example.com', budget: '7.50' })).toBe(
      'ana@example.com; of costs from 7.50 US dollars a month on',
    );
    expect(toldWords({ budget: '20' })).toBe(
      'no mail address, the topic alone; of costs from 20 US dollars a month on',
    );
  });

  it('is a warning where production tells no mail address, and nowhere else', () => {
    expect(unheardWarning(true, {})).toContain('deploy again with STINT_ALARM_EMAIL=');
    expect(unheardWarning(true, { email: 'ana@example.com' })).toBeUndefined();
    expect(unheardWarning(false, {})).toBeUndefined();
  });
});
