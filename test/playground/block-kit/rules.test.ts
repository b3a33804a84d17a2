import { describe, expect, test } from 'vitest';
import { lintMessage, lintView } from '../../../playground/block-kit/lint.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const divider = { type: 'divider' };
const button = (extra: object = {}) => ({ type: 'button', text: plain('Go'), ...extra });
const say = (...blocks: readonly object[]) => lintMessage({ text: 'Said aloud', blocks });
const option = (value: string) => ({ text: plain(value), value });
const modal = (extra: object) =>
  lintView({ type: 'modal', title: plain('Log time'), submit: plain('Save'), ...extra });
const input = (element: object) => ({ type: 'input', label: plain('L'), element });
const text = { type: 'plain_text_input', action_id: 'a' };
const chart = (labels: readonly string[]) => ({
  type: 'data_visualization',
  title: 'Week',
  chart: {
    type: 'bar',
    series: [{ name: 'h', data: labels.map((label) => ({ label, value: 1 })) }],
    axis_config: { categories: ['Mon', 'Tue'] },
  },
});

describe('a payload as the bot sends it', () => {
  test('passes: sections, buttons, context, charts and tables', () => {
    const blocks = [
      { type: 'header', text: plain('Logged') },
      {
        type: 'section',
        text: mrkdwn('*45m* on <!date^1780000000^{date_short}|28 May> &amp; <@U0ANA00001>'),
        fields: [plain('a')],
      },
      {
        type: 'section',
        text: plain('With a menu'),
        accessory: { type: 'overflow', action_id: 'o', options: [option('x')] },
      },
      {
        type: 'actions',
        elements: [button({ action_id: 'undo', style: 'danger', confirm: { text: plain('Sure?') } })],
      },
      {
        type: 'context',
        elements: [mrkdwn('> quoted'), { type: 'image', image_url: 'https://x.test/a.png', alt_text: 'a' }],
      },
      chart(['Mon', 'Tue']),
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'Tag' },
            { type: 'raw_number', value: 1.5, text: '1.5' },
          ],
          [
            { type: 'raw_text', text: 'b' },
            {
              type: 'rich_text',
              elements: [
                { type: 'rich_text_section', elements: [{ type: 'text', text: 'c', style: { bold: true } }] },
              ],
            },
          ],
        ],
        column_settings: [{ align: 'left', is_wrapped: true }],
      },
      { type: 'card', title: mrkdwn('Card'), actions: [button()] },
    ];
    expect(say(...blocks)).toEqual([]);
  });

  test('passes: a modal with every input, and a Home', () => {
    const elements = [
      { ...text, multiline: true, min_length: 1, max_length: 3000, focus_on_load: true },
      { type: 'number_input', is_decimal_allowed: true, min_value: '0', max_value: '10.5' },
      { type: 'datepicker', initial_date: '2026-02-28' },
      { type: 'timepicker', initial_time: '09:30', timezone: 'Europe/Madrid' },
      { type: 'external_select', min_query_length: 0, initial_option: option('x') },
      { type: 'multi_static_select', options: [option('x'), option('y')], initial_options: [option('y')] },
      { type: 'radio_buttons', options: [option('x')], initial_option: option('x') },
    ];
    expect(modal({ blocks: elements.map(input), private_metadata: '', notify_on_close: true })).toEqual([]);
    expect(lintView({ type: 'home', blocks: [divider, { type: 'actions', elements: [button()] }] })).toEqual(
      [],
    );
  });

  test('passes: one that only deletes', () => {
    expect(lintMessage({ delete_original: true })).toEqual([]);
  });
});

describe('the linter points at', () => {
  test.each<[what: string, problems: readonly unknown[], pointer: string, words: RegExp]>([
    ['a missing text', lintMessage({ blocks: [divider] }), '/text', /screen readers/],
    ['a payload that is no object', lintMessage('hi'), '', /object/],
    ['an unknown block', say({ type: 'nonsense' }), '/blocks/0/type', /nonsense/],
    ['a prototype name as a block', say({ type: 'constructor' }), '/blocks/0/type', /constructor/],
    [
      'an unknown element',
      say({ type: 'actions', elements: [{ type: 'slider' }] }),
      '/blocks/0/elements/0/type',
      /slider/,
    ],
    [
      'an element in the wrong place',
      say({ type: 'actions', elements: [text] }),
      '/blocks/0/elements/0/type',
      /allowed/,
    ],
    [
      'a field that Slack does not know',
      say({ ...divider, colour: 'red' }),
      '/blocks/0/colour',
      /not a field/,
    ],
    [
      'mrkdwn where plain text is due',
      say({ type: 'header', text: mrkdwn('h') }),
      '/blocks/0/text/type',
      /plain_text/,
    ],
    ['a section without words', say({ type: 'section' }), '/blocks/0', /text, fields/],
    [
      'the same block_id',
      say({ ...divider, block_id: 'b' }, { ...divider, block_id: 'b' }),
      '/blocks/1/block_id',
      /twice/,
    ],
    [
      'the same action_id in a block',
      say({ type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] }),
      '/blocks/0/elements/1/action_id',
      /twice/,
    ],
    ['a chart in a modal', modal({ blocks: [chart(['Mon', 'Tue'])] }), '/blocks/0/type', /not allowed/],
    [
      'a table in a Home',
      lintView({ type: 'home', blocks: [{ type: 'table', rows: [] }] }),
      '/blocks/0/type',
      /not allowed/,
    ],
    ['an alert in a message', say({ type: 'alert', text: plain('!') }), '/blocks/0/type', /not allowed/],
    [
      'labels that are not the categories',
      say(chart(['Tue', 'Mon'])),
      '/blocks/0/chart/series/0/data',
      /categories/,
    ],
    ['inputs without a submit', modal({ submit: undefined, blocks: [input(text)] }), '', /submit/],
    ['a modal without a title', lintView({ type: 'modal', blocks: [] }), '', /title/],
    ['a view of another type', lintView({ type: 'sheet', blocks: [] }), '/type', /modal or home/],
    [
      'a broadcast',
      say({ type: 'section', text: mrkdwn('<!channel> hi') }),
      '/blocks/0/text/text',
      /notifies/,
    ],
    ['a broadcast in the text', lintMessage({ text: '<!here>' }), '/text', /notifies/],
    ['a raw &', lintMessage({ text: 'R&D' }), '/text', /&amp;/],
    ['a raw <', lintMessage({ text: 'a < b' }), '/text', /&lt;/],
    ['a raw >', lintMessage({ text: 'a > b' }), '/text', /&gt;/],
    [
      'rows of unequal length',
      say({
        type: 'table',
        rows: [
          [{ type: 'raw_text', text: 'a' }],
          [
            { type: 'raw_text', text: 'a' },
            { type: 'raw_text', text: 'b' },
          ],
        ],
      }),
      '/blocks/0/rows/1',
      /cells/,
    ],
    [
      'two options of one value',
      modal({ blocks: [input({ type: 'static_select', options: [option('x'), option('x')] })] }),
      '/blocks/0/element',
      /two options/,
    ],
    [
      'a first choice that is no option',
      modal({
        blocks: [input({ type: 'static_select', options: [option('x')], initial_option: option('y') })],
      }),
      '/blocks/0/element/initial_option',
      /not one of/,
    ],
    [
      'a date that is none',
      modal({ blocks: [input({ type: 'datepicker', initial_date: '28.2.2026' })] }),
      '/blocks/0/element/initial_date',
      /look like/,
    ],
    [
      'limits the wrong way round',
      modal({ blocks: [input({ ...text, min_length: 5, max_length: 4 })] }),
      '/blocks/0/element',
      /above/,
    ],
    [
      'a first text that its own field does not take',
      modal({ blocks: [input({ ...text, initial_value: '45 min', max_length: 5 })] }),
      '/blocks/0/element/initial_value',
      /6 characters.*max_length is 5/,
    ],
    [
      'a second element that wants the focus',
      modal({ blocks: [input({ ...text, focus_on_load: true }), input({ ...text, focus_on_load: true })] }),
      '/blocks/1/element/focus_on_load',
      /twice/,
    ],
    [
      'a menu that asks for a response URL outside of a form',
      say({
        type: 'actions',
        elements: [{ type: 'conversations_select', response_url_enabled: true }],
      }),
      '/blocks/0/elements/0/response_url_enabled',
      /modal/,
    ],
    [
      'an input of a duplicate id inside a container',
      say({
        type: 'container',
        title: plain('C'),
        child_blocks: [
          { ...divider, block_id: 'b' },
          { ...divider, block_id: 'b' },
        ],
      }),
      '/blocks/0/child_blocks/1/block_id',
      /twice/,
    ],
  ])('%s', (_what, problems, pointer, words) => {
    expect(problems).toContainEqual({ pointer, problem: expect.stringMatching(words) });
  });

  test.each([
    { initial_value: '45min', max_length: 5 },
    { initial_value: '', max_length: 1 },
    { initial_value: '45 min' },
    { max_length: 1 },
  ])('nothing in a first text that its field takes: %j', (extra) => {
    expect(modal({ blocks: [input({ ...text, ...extra })] })).toEqual([]);
  });

  test('nothing in mrkdwn that is escaped', () => {
    expect(
      lintMessage({ text: 'R&amp;D &lt;!channel&gt; <https://x.test|a &amp; b> :tada:\n> quoted' }),
    ).toEqual([]);
  });

  test('nothing in plain text, whatever it holds', () => {
    expect(say({ type: 'section', text: plain('<!channel> & co') })).toEqual([]);
  });
});

describe('a block stands', () => {
  const image = { image_url: 'https://x.test/a.png', alt_text: 'a' };
  const cell = { type: 'raw_text', text: 'c' };
  const card = { type: 'card', title: mrkdwn('C') };
  const video = {
    video_url: 'https://x.test/v',
    thumbnail_url: 'https://x.test/t',
    alt_text: 'v',
    title: plain('V'),
  };
  const words = [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'w' }] }];

  test.each<[surfaces: string, block: object]>([
    ['message modal home', { type: 'section', text: mrkdwn('s') }],
    ['message modal home', { type: 'header', text: plain('h') }],
    ['message modal home', divider],
    ['message modal home', { type: 'context', elements: [mrkdwn('c')] }],
    ['message modal home', { type: 'actions', elements: [button()] }],
    ['message modal home', input(text)],
    ['message modal home', { type: 'image', ...image }],
    ['message modal home', { type: 'rich_text', elements: words }],
    ['message modal home', { type: 'video', ...video }],
    ['message modal home', card],
    ['message home', { type: 'carousel', elements: [card] }],
    ['modal', { type: 'alert', text: plain('a') }],
    ['message', { type: 'markdown', text: 'm' }],
    ['message', { type: 'table', rows: [[cell]] }],
    ['message', { type: 'data_table', caption: 'C', rows: [[cell], [cell]] }],
    ['message', chart(['Mon', 'Tue'])],
    ['message', { type: 'container', title: plain('C'), child_blocks: [divider] }],
    [
      'message',
      { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain('D') }] },
    ],
  ])('in %s and nowhere else: %j', (surfaces, block) => {
    const refused = {
      message: say(block),
      modal: modal({ blocks: [block] }),
      home: lintView({ type: 'home', blocks: [block] }),
    };
    const allowed = Object.entries(refused).filter(([, problems]) => problems.length === 0);
    expect(allowed.map(([surface]) => surface).join(' ')).toBe(surfaces);
  });
});

describe('an element stands', () => {
  const options = [option('x')];
  const picture = { type: 'image', image_url: 'https://x.test/a.png', alt_text: 'a' };
  const within = {
    section: (element: object) => ({ type: 'section', text: plain('s'), accessory: element }),
    actions: (element: object) => ({ type: 'actions', elements: [element] }),
    input: (element: object) => input(element),
    context: (element: object) => ({ type: 'context', elements: [element] }),
  };

  test.each<[blocks: string, element: object]>([
    ['section actions', button()],
    ['section actions', { type: 'overflow', options }],
    ['section context', picture],
    ['section actions input', { type: 'static_select', options }],
    ['section actions input', { type: 'external_select' }],
    ['section actions input', { type: 'users_select' }],
    ['section actions input', { type: 'conversations_select' }],
    ['section actions input', { type: 'multi_static_select', options }],
    ['section actions input', { type: 'multi_external_select' }],
    ['section actions input', { type: 'multi_users_select' }],
    ['section actions input', { type: 'checkboxes', options }],
    ['section actions input', { type: 'radio_buttons', options }],
    ['section actions input', { type: 'datepicker' }],
    ['section actions input', { type: 'timepicker' }],
    ['actions input', { type: 'datetimepicker' }],
    ['input', text],
    ['input', { type: 'number_input', is_decimal_allowed: true }],
    ['input', { type: 'email_text_input' }],
    ['input', { type: 'url_text_input' }],
    ['input', { type: 'file_input' }],
  ])('in %s and nowhere else: %j', (blocks, element) => {
    const allowed = Object.entries(within).filter(
      ([, block]) => modal({ blocks: [block(element)] }).length === 0,
    );
    expect(allowed.map(([name]) => name).join(' ')).toBe(blocks);
  });
});
