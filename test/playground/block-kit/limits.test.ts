import { describe, expect, test } from 'vitest';
import { lintMessage, lintOptions, lintView } from '../../../playground/block-kit/lint.ts';

const chars = (count: number) => 'x'.repeat(count);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const divider = { type: 'divider' };
const button = (extra: object = {}) => ({ type: 'button', text: plain('Go'), ...extra });
const option = (index: number, extra: object = {}) => ({
  text: plain(`o${index}`),
  value: `v${index}`,
  ...extra,
});
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const input = (element: object, extra: object = {}) => ({
  type: 'input',
  label: plain('L'),
  element,
  ...extra,
});
const textInput = (extra: object = {}) => ({ type: 'plain_text_input', ...extra });
const select = (extra: object) => ({ type: 'static_select', ...extra });
const series = (index: number, points = 1) => ({
  name: `s${index}`,
  data: times(points, (point) => ({ label: `p${point}`, value: 1 })),
});
const chart = (extra: object = {}) => ({
  type: 'data_visualization',
  title: 'Week',
  chart: { type: 'bar', series: [series(0)], axis_config: { categories: ['p0'] }, ...extra },
});
const cell = (text = 'c') => ({ type: 'raw_text', text });
const rows = (count: number, width = 1) => times(count, () => times(width, () => cell()));
const message = (...blocks: readonly object[]) => lintMessage({ text: 'Said aloud', blocks });
const modal = (...blocks: readonly object[]) =>
  lintView({ type: 'modal', title: plain('Log time'), submit: plain('Save'), blocks });
const modalWith = (extra: object) =>
  lintView({ type: 'modal', title: plain('T'), blocks: [divider], ...extra });
const video = (extra: object) => ({
  type: 'video',
  video_url: 'https://x.test/v',
  thumbnail_url: 'https://x.test/t.png',
  alt_text: 'v',
  title: plain('V'),
  ...extra,
});
const card = (extra: object) => ({ type: 'card', title: mrkdwn('Card'), ...extra });

/** A Home that is this large as JSON, in characters of two bytes but for the last block. */
function homeOfBytes(bytes: number) {
  const view = (last: string) => ({
    type: 'home',
    blocks: [
      ...times(80, () => ({ type: 'section', text: plain('é'.repeat(1400)) })),
      ...times(13, () => ({ type: 'section', text: plain(chars(1500)) })),
      { type: 'section', fields: [plain('f'), plain(last)] },
    ],
  });
  const rest = bytes - new TextEncoder().encode(JSON.stringify(view(''))).byteLength;
  return view(chars(rest));
}

/** Each limit of Slack's, with a payload that has `size` of what is limited. */
const UPPER_LIMITS: readonly [what: string, limit: number, lint: (size: number) => readonly unknown[]][] = [
  ['blocks in a message', 50, (n) => message(...times(n, () => divider))],
  ['blocks in a modal', 100, (n) => modal(...times(n, () => divider))],
  ['blocks in a Home', 100, (n) => lintView({ type: 'home', blocks: times(n, () => divider) })],
  ['characters of a message text', 40_000, (n) => lintMessage({ text: chars(n) })],
  [
    'bytes of text in blocks',
    13_200,
    (n) =>
      message(...times(5, (i) => ({ type: 'section', text: plain(chars(i < 4 ? 2640 : n - 4 * 2640)) }))),
  ],
  ['title of a modal', 24, (n) => modalWith({ title: plain(chars(n)) })],
  ['submit of a modal', 24, (n) => modalWith({ submit: plain(chars(n)) })],
  ['close of a modal', 24, (n) => modalWith({ close: plain(chars(n)) })],
  ['callback_id', 255, (n) => modalWith({ callback_id: chars(n) })],
  ['external_id', 255, (n) => modalWith({ external_id: chars(n) })],
  ['private_metadata', 3000, (n) => modalWith({ private_metadata: chars(n) })],
  [
    'private_metadata of a Home',
    3000,
    (n) => lintView({ type: 'home', blocks: [], private_metadata: chars(n) }),
  ],
  ['bytes of a view', 250_000, (n) => lintView(homeOfBytes(n))],
  ['block_id', 255, (n) => message({ ...divider, block_id: chars(n) })],
  ['action_id', 255, (n) => message(actions(button({ action_id: chars(n) })))],
  ['text of a button', 75, (n) => message(actions(button({ text: plain(chars(n)) })))],
  ['value of a button', 2000, (n) => message(actions(button({ value: chars(n) })))],
  ['url of a button', 3000, (n) => message(actions(button({ url: chars(n) })))],
  ['accessibility_label', 75, (n) => message(actions(button({ accessibility_label: chars(n) })))],
  ['text of a section', 3000, (n) => message({ type: 'section', text: mrkdwn(chars(n)) })],
  ['fields of a section', 10, (n) => message({ type: 'section', fields: times(n, () => plain('f')) })],
  ['text of a field', 2000, (n) => message({ type: 'section', fields: [mrkdwn(chars(n))] })],
  ['header', 150, (n) => message({ type: 'header', text: plain(chars(n)) })],
  ['elements of a context', 10, (n) => message({ type: 'context', elements: times(n, () => mrkdwn('c')) })],
  ['elements of actions', 25, (n) => message(actions(...times(n, () => button())))],
  [
    'elements of context_actions',
    5,
    (n) =>
      message({
        type: 'context_actions',
        elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain('D') })),
      }),
  ],
  ['label of an input', 2000, (n) => modal(input(textInput(), { label: plain(chars(n)) }))],
  ['hint of an input', 2000, (n) => modal(input(textInput(), { hint: plain(chars(n)) }))],
  ['initial value of an input', 3000, (n) => modal(input(textInput({ initial_value: chars(n) })))],
  ['max_length of an input', 3000, (n) => modal(input(textInput({ max_length: n })))],
  ['min_length of an input', 3000, (n) => modal(input(textInput({ min_length: n })))],
  ['placeholder', 150, (n) => modal(input(textInput({ placeholder: plain(chars(n)) })))],
  ['text of an option', 75, (n) => modal(input(select({ options: [option(0, { text: plain(chars(n)) })] })))],
  ['value of an option', 150, (n) => modal(input(select({ options: [option(0, { value: chars(n) })] })))],
  [
    'description of an option',
    75,
    (n) => modal(input(select({ options: [option(0, { description: plain(chars(n)) })] }))),
  ],
  ['options of a select', 100, (n) => modal(input(select({ options: times(n, option) })))],
  [
    'option groups',
    100,
    (n) =>
      modal(input(select({ option_groups: times(n, (i) => ({ label: plain('G'), options: [option(i)] })) }))),
  ],
  [
    'options of a group',
    100,
    (n) => modal(input(select({ option_groups: [{ label: plain('G'), options: times(n, option) }] }))),
  ],
  [
    'label of a group',
    75,
    (n) => modal(input(select({ option_groups: [{ label: plain(chars(n)), options: [option(0)] }] }))),
  ],
  ['options found for an external select', 100, (n) => lintOptions({ options: times(n, option) })],
  [
    'groups found for an external select',
    100,
    (n) => lintOptions({ option_groups: times(n, (i) => ({ label: plain('G'), options: [option(i)] })) }),
  ],
  [
    'options of a select of several',
    100,
    (n) => modal(input({ type: 'multi_static_select', options: times(n, option) })),
  ],
  ['most chosen of several', 100, (n) => modal(input({ type: 'multi_users_select', max_selected_items: n }))],
  [
    'people chosen at first',
    100,
    (n) => modal(input({ type: 'multi_users_select', initial_users: times(n, (i) => `U${i}`) })),
  ],
  [
    'link of an option',
    3000,
    (n) => message(actions({ type: 'overflow', options: [option(0, { url: chars(n) })] })),
  ],
  ['files of a file input', 10, (n) => modal(input({ type: 'file_input', max_files: n }))],
  ['checkboxes', 10, (n) => modal(input({ type: 'checkboxes', options: times(n, option) }))],
  ['radio buttons', 10, (n) => modal(input({ type: 'radio_buttons', options: times(n, option) }))],
  ['overflow options', 5, (n) => message(actions({ type: 'overflow', options: times(n, option) }))],
  [
    'title of a confirm',
    100,
    (n) => message(actions(button({ confirm: { title: plain(chars(n)), text: plain('?') } }))),
  ],
  ['text of a confirm', 300, (n) => message(actions(button({ confirm: { text: mrkdwn(chars(n)) } })))],
  [
    'confirm button',
    30,
    (n) => message(actions(button({ confirm: { text: plain('?'), confirm: plain(chars(n)) } }))),
  ],
  [
    'deny button',
    30,
    (n) => message(actions(button({ confirm: { text: plain('?'), deny: plain(chars(n)) } }))),
  ],
  [
    'alt text',
    2000,
    (n) => message({ type: 'image', image_url: 'https://x.test/a.png', alt_text: chars(n) }),
  ],
  [
    'image title',
    2000,
    (n) =>
      message({ type: 'image', image_url: 'https://x.test/a.png', alt_text: 'a', title: plain(chars(n)) }),
  ],
  ['image url', 3000, (n) => message({ type: 'image', image_url: chars(n), alt_text: 'a' })],
  [
    'characters of all markdown blocks',
    12_000,
    (n) => message({ type: 'markdown', text: chars(6000) }, { type: 'markdown', text: chars(n - 6000) }),
  ],
  ['tables', 1, (n) => message(...times(n, () => ({ type: 'table', rows: rows(1) })))],
  ['rows of a table', 100, (n) => message({ type: 'table', rows: rows(n) })],
  ['cells of a table row', 20, (n) => message({ type: 'table', rows: rows(1, n) })],
  [
    'characters of a table',
    10_000,
    (n) => message({ type: 'table', rows: [[cell(chars(5000))], [cell(chars(n - 5000))]] }),
  ],
  ['rows of a data_table', 201, (n) => message({ type: 'data_table', caption: 'C', rows: rows(n) })],
  ['cells of a data_table row', 20, (n) => message({ type: 'data_table', caption: 'C', rows: rows(2, n) })],
  [
    'page size of a data_table',
    100,
    (n) => message({ type: 'data_table', caption: 'C', rows: rows(2), page_size: n }),
  ],
  [
    'characters of a data_table',
    20_000,
    (n) =>
      message({
        type: 'data_table',
        caption: 'C',
        rows: [[cell('h')], ...times(3, () => [cell(chars(5000))]), [cell(chars(n - 15_001))]],
      }),
  ],
  ['charts in a message', 2, (n) => message(...times(n, () => chart()))],
  ['title of a chart', 50, (n) => message({ ...chart(), title: chars(n) })],
  ['series of a chart', 6, (n) => message(chart({ series: times(n, (i) => series(i)) }))],
  [
    'points of a series',
    20,
    (n) => message(chart({ series: [series(0, n)], axis_config: { categories: times(n, (i) => `p${i}`) } })),
  ],
  ['name of a series', 20, (n) => message(chart({ series: [{ ...series(0), name: chars(n) }] }))],
  [
    'category of a chart',
    20,
    (n) =>
      message(
        chart({
          series: [{ name: 's', data: [{ label: chars(n), value: 1 }] }],
          axis_config: { categories: [chars(n)] },
        }),
      ),
  ],
  ['axis label', 50, (n) => message(chart({ axis_config: { categories: ['p0'], y_label: chars(n) } }))],
  ['lower axis label', 50, (n) => message(chart({ axis_config: { categories: ['p0'], x_label: chars(n) } }))],
  [
    'label of a segment',
    20,
    (n) => message({ ...chart(), chart: { type: 'pie', segments: [{ label: chars(n), value: 1 }] } }),
  ],
  [
    'segments of a pie',
    6,
    (n) =>
      message({
        ...chart(),
        chart: { type: 'pie', segments: times(n, (i) => ({ label: `s${i}`, value: 1 })) },
      }),
  ],
  ['text of an alert', 200, (n) => modal({ type: 'alert', text: plain(chars(n)) })],
  ['title of a card', 150, (n) => message(card({ title: mrkdwn(chars(n)) }))],
  ['subtitle of a card', 150, (n) => message(card({ subtitle: mrkdwn(chars(n)) }))],
  ['body of a card', 200, (n) => message(card({ body: mrkdwn(chars(n)) }))],
  ['buttons of a card', 3, (n) => message(card({ actions: times(n, () => button()) }))],
  ['cards of a carousel', 10, (n) => message({ type: 'carousel', elements: times(n, () => card({})) })],
  [
    'blocks of a container',
    10,
    (n) => message({ type: 'container', title: plain('C'), child_blocks: times(n, () => divider) }),
  ],
  [
    'title of a container',
    150,
    (n) => message({ type: 'container', title: plain(chars(n)), child_blocks: [divider] }),
  ],
  [
    'subtitle of a container',
    150,
    (n) =>
      message({ type: 'container', title: plain('C'), subtitle: plain(chars(n)), child_blocks: [divider] }),
  ],
  ['title of a video', 200, (n) => message(video({ title: plain(chars(n)) }))],
  ['description of a video', 200, (n) => message(video({ description: plain(chars(n)) }))],
  ['author of a video', 50, (n) => message(video({ author_name: chars(n) }))],
];

describe('the linter', () => {
  test.each(UPPER_LIMITS)('lets %s be %i, and one more is a problem', (_what, limit, lint) => {
    expect(lint(limit)).toEqual([]);
    expect(lint(limit + 1)).not.toEqual([]);
  });

  test.each<[what: string, lint: () => readonly unknown[]]>([
    ['a message without blocks left', () => message()],
    ['an empty section text', () => message({ type: 'section', text: mrkdwn('') })],
    ['an empty button', () => message(actions(button({ text: plain('') })))],
    ['actions without elements', () => message(actions())],
    ['a context without elements', () => message({ type: 'context', elements: [] })],
    ['a select without options', () => modal(input(select({ options: [] })))],
    ['an overflow without options', () => message(actions({ type: 'overflow', options: [] }))],
    ['a carousel without cards', () => message({ type: 'carousel', elements: [] })],
    ['a data_table with a header only', () => message({ type: 'data_table', caption: 'C', rows: rows(1) })],
    ['a page size of 0', () => message({ type: 'data_table', caption: 'C', rows: rows(2), page_size: 0 })],
    [
      'a pie segment of 0',
      () => message({ ...chart(), chart: { type: 'pie', segments: [{ label: 's', value: 0 }] } }),
    ],
    [
      'a date of milliseconds',
      () => modal(input({ type: 'datetimepicker', initial_date_time: 1_800_000_000_000 })),
    ],
  ])('refuses %s', (_what, lint) => {
    expect(lint()).not.toEqual([]);
  });
});
