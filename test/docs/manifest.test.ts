import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

const manifest = read('manifest.json');

describe('the Slack manifest', () => {
  it('is valid against Slack’s own schema', () => {
    expect(problemsOf(manifest)).toBeNull();
  });

  it('asks for no more than the bot uses', () => {
    expect(manifest).toMatchObject({
      oauth_config: {
        scopes: {
          bot: ['commands', 'chat:write', 'users:read', 'app_mentions:read', 'im:history'],
          bot_optional: ['files:write'],
        },
      },
      features: { slash_commands: [{ command: '/track', should_escape: true }] },
      settings: {
        interactivity: { is_enabled: true },
        event_subscriptions: {
          bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
        },
      },
    });
  });

  it('stays valid for Socket Mode, as README says to change it', () => {
    const addresses = /^(?:url|request_url|message_menu_options_url)$/;
    const withoutAddresses: unknown = JSON.parse(
      JSON.stringify(manifest, (name, value) =>
        addresses.test(name) ? undefined : name === 'socket_mode_enabled' ? true : value,
      ),
    );
    expect(problemsOf(withoutAddresses)).toBeNull();
    expect(JSON.stringify(withoutAddresses)).not.toContain('https://');
  });
});

function problemsOf(value: unknown) {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    Object(read('test/fixtures/slack-manifest.schema.2.0.0.json')),
  );
  validate(value);
  return validate.errors;
}
