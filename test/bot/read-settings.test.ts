import { describe, expect, it } from 'vitest';
import { fieldValues } from '../../src/bot/views/field-values.ts';
import { readSettings } from '../../src/bot/views/read-settings.ts';
import { settingFieldsOf } from '../../src/bot/views/settings-form.ts';
import { FIRST_SETTINGS, type Prefs } from '../../src/member.ts';

const PREFS: Prefs = { ...FIRST_SETTINGS, zone: 'Europe/Madrid', version: 1 };
/** As Slack sends the form back: an empty field is absent. */
const SHOWN = { ...settingFieldsOf(PREFS, false), target: undefined };
const { version: _, ...SETTINGS } = PREFS;

describe('what a settings form sends', () => {
  it('is read as it was shown', () => {
    expect(readSettings(SHOWN, { prefs: PREFS, slackZone: 'Europe/Madrid' })).toEqual({
      kind: 'read',
      settings: SETTINGS,
    });
  });

  it('follows the zone that Slack told when the form was opened', () => {
    const read = readSettings(SHOWN, { prefs: { ...PREFS, zoneChosen: true }, slackZone: 'Asia/Tokyo' });
    expect(read).toMatchObject({ settings: { zone: 'Asia/Tokyo', zoneChosen: false } });
  });

  it('keeps the zone in force where Slack did not tell one, and asks those who chose another', () => {
    expect(readSettings(SHOWN, { prefs: PREFS })).toMatchObject({ settings: { zone: 'Europe/Madrid' } });
    expect(readSettings(SHOWN, { prefs: { ...PREFS, zoneChosen: true } })).toEqual({
      kind: 'errors',
      errors: { zone: expect.stringContaining('Slack does not tell me your time zone right now') },
    });
  });

  it.each([
    ['zone', 'Europe/Nowhere'],
    ['zone', undefined],
    ['week-start', '3'],
    ['week-start', undefined],
    ['target', '#'],
    ['target', '0m'],
    ['digest-day', '8'],
    ['digest-day', ''],
    ['digest-time', '24:00'],
    ['digest-time', undefined],
    ['reminder-time', '9:00'],
    ['reminder-time', '12:60'],
  ])('that is forged or missing at %s (%j) is told there', (field, value) => {
    const read = readSettings({ ...SHOWN, [field]: value }, { prefs: PREFS });
    expect(read).toMatchObject({ kind: 'errors', errors: { [field]: expect.any(String) } });
  });

  it('keeps each day that a week has once, in order, whatever else is sent', () => {
    const read = readSettings({ ...SHOWN, 'working-days': '7 2 2 9 x 1' }, { prefs: PREFS });
    expect(read).toMatchObject({ settings: { workingDays: [1, 2, 7] } });
  });
});

describe('the state of a form', () => {
  it('is read from every kind of field, and of a wrong shape counts as empty', () => {
    const option = (value: string) => ({ value, text: { type: 'plain_text', text: 'x' } });
    const state = {
      text: { a: { type: 'plain_text_input', value: ' 45m ' } },
      empty: { a: { type: 'plain_text_input', value: null } },
      blank: { a: { type: 'plain_text_input', value: '  ' } },
      date: { a: { type: 'datepicker', selected_date: '2026-09-16' } },
      time: { a: { type: 'timepicker', selected_time: '09:30' } },
      radio: { a: { type: 'radio_buttons', selected_option: option('1') } },
      boxes: { a: { type: 'checkboxes', selected_options: [option('1'), option('3')] } },
      unticked: { a: { type: 'checkboxes', selected_options: [] } },
    };
    expect(fieldValues(state)).toEqual({
      text: '45m',
      date: '2026-09-16',
      time: '09:30',
      radio: '1',
      boxes: '1 3',
    });
    expect(fieldValues({ text: { a: { value: 7 } } })).toEqual({});
    expect(fieldValues('forged')).toEqual({});
  });
});
