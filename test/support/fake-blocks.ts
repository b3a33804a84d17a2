/** What the fake app shows: as little as a test needs, or one of everything. */
export const plain = (text: string) => ({ type: 'plain_text', text });

export function confirmation(text: string) {
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text } },
      { type: 'actions', block_id: 'entry', elements: [button('undo', 'Undo'), button('edit', 'Edit')] },
    ],
  };
}

export function modal(privateMetadata: string, title = 'Edit entry') {
  return {
    type: 'modal',
    callback_id: 'entry',
    private_metadata: privateMetadata,
    notify_on_close: true,
    title: plain(title),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      input('time', 'Time', { type: 'plain_text_input', action_id: 'time', initial_value: '45m' }),
      input('task', 'Task', { type: 'external_select', action_id: 'task', min_query_length: 0 }, true),
      input('note', 'Note', { type: 'plain_text_input', action_id: 'note', multiline: true }, true),
    ],
  };
}

/** As small as a form with a searched menu can be. */
export const SMALL_MODAL = {
  type: 'modal',
  callback_id: 'choice',
  title: plain('Choose a task'),
  submit: plain('Use it'),
  blocks: [input('task', 'Task', { type: 'external_select', action_id: 'task', min_query_length: 0 })],
};

function input(blockId: string, label: string, element: object, optional = false) {
  return { type: 'input', block_id: blockId, label: plain(label), optional, element };
}

function button(actionId: string, label: string, extra: object = {}) {
  return { type: 'button', action_id: actionId, text: plain(label), value: actionId, ...extra };
}

export function option(name: string) {
  return { text: plain(name), value: name.toLowerCase() };
}

const OPTIONS = ['One', 'Two', 'Three'].map(option);

/** A form with a field of every kind. */
export const EVERY_INPUT = {
  type: 'modal',
  callback_id: 'all',
  title: plain('Your settings'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    { type: 'alert', text: plain('Settings are yours alone.'), level: 'info' },
    input('zone', 'Time zone', { type: 'external_select', action_id: 'zone', min_query_length: 0 }),
    input('start', 'Week starts on', {
      type: 'static_select',
      action_id: 'start',
      options: OPTIONS,
      initial_option: OPTIONS[0],
    }),
    input('days', 'Working days', {
      type: 'checkboxes',
      action_id: 'days',
      options: OPTIONS,
      initial_options: OPTIONS.slice(0, 2),
    }),
    input('view', 'Show', {
      type: 'radio_buttons',
      action_id: 'view',
      options: OPTIONS,
      initial_option: OPTIONS[1],
    }),
    input(
      'at',
      'Remind me at',
      { type: 'timepicker', action_id: 'at', initial_time: '17:30', timezone: 'Europe/Madrid' },
      true,
    ),
    input('day', 'From', { type: 'datepicker', action_id: 'day', initial_date: '2026-03-02' }),
    input('tags', 'Tags', { type: 'multi_external_select', action_id: 'tags', min_query_length: 0 }, true),
    input('people', 'People', { type: 'multi_users_select', action_id: 'people' }, true),
    input('target', 'Daily target in hours', {
      type: 'number_input',
      action_id: 'target',
      is_decimal_allowed: true,
      initial_value: '7.5',
    }),
    { type: 'actions', block_id: 'more', elements: [button('add', 'Add a line')] },
  ],
};

/** A Home such as the bot's: a timer, a day, a week as bars, tasks, settings. */
export const HOME = [
  { type: 'header', text: plain('Today') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: ':stopwatch: *1h 12m* · #writing · task-12\nsince 16:53' },
    accessory: button('stop', 'Stop', { style: 'primary' }),
  },
  {
    type: 'actions',
    block_id: 'quick',
    elements: [button('log', 'Log time'), button('start', 'Start another'), button('cancel', 'Cancel')],
  },
  { type: 'divider' },
  ...['*45m* · #writing · task-12', '*1h 30m* · 9:30–11:00 · standup with Kim · #team'].map(
    (text, index) => ({
      type: 'section',
      block_id: `entry-${index}`,
      text: { type: 'mrkdwn', text },
      accessory: {
        type: 'overflow',
        action_id: 'entry',
        options: ['Edit', 'Delete', 'Copy to today'].map(option),
      },
    }),
  ),
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'Today *2h 15m* of 8h, and 12 pages' }] },
  { type: 'divider' },
  { type: 'header', text: plain('This week') },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map(bar).join('\n') }],
      },
    ],
  },
  {
    type: 'section',
    fields: ['*#writing*\n5h 15m', '*#team*\n3h', '*#design*\n2h 30m', '*#reading*\n45m, 42 pages'].map(
      (text) => ({ type: 'mrkdwn', text }),
    ),
  },
  {
    type: 'actions',
    block_id: 'settings',
    elements: [
      { type: 'static_select', action_id: 'zone', placeholder: plain('Your zone'), options: OPTIONS },
      { type: 'multi_users_select', action_id: 'team', placeholder: plain('Your team') },
      { type: 'checkboxes', action_id: 'digest', options: OPTIONS.slice(0, 2) },
    ],
  },
];

function bar(day: string, index: number): string {
  const filled = [16, 9, 5, 0, 0][index] ?? 0;
  return `${day}  ${'█'.repeat(filled)}${'░'.repeat(20 - filled)}  ${filled / 2}h`;
}

export const EVERY_ELEMENT = [
  { type: 'header', text: plain('Every element') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*Bold* and `code`' },
    accessory: button('section', 'Beside'),
  },
  {
    type: 'actions',
    block_id: 'choices',
    elements: [
      { type: 'static_select', action_id: 'static', placeholder: plain('Choose one'), options: OPTIONS },
      {
        type: 'multi_static_select',
        action_id: 'multi',
        placeholder: plain('Choose some'),
        options: OPTIONS,
      },
      {
        type: 'external_select',
        action_id: 'external',
        placeholder: plain('Find a task'),
        min_query_length: 0,
      },
      { type: 'datepicker', action_id: 'date', initial_date: '2026-03-02' },
      { type: 'timepicker', action_id: 'hour', initial_time: '09:30' },
      { type: 'checkboxes', action_id: 'checks', options: OPTIONS },
      { type: 'radio_buttons', action_id: 'radios', options: OPTIONS, initial_option: OPTIONS[1] },
      { type: 'overflow', action_id: 'more', options: OPTIONS },
      button('delete', 'Delete', {
        style: 'danger',
        confirm: {
          title: plain('Delete it?'),
          text: plain('Gone for good.'),
          confirm: plain('Delete'),
          deny: plain('Keep'),
        },
      }),
      button('crash', 'Crash'),
    ],
  },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'A quiet line' }] },
  {
    type: 'table',
    rows: [
      [
        { type: 'raw_text', text: 'Tag' },
        { type: 'raw_text', text: 'Hours' },
      ],
      [
        { type: 'raw_text', text: 'writing' },
        { type: 'raw_number', value: 1.5, text: '1.5' },
      ],
    ],
  },
  {
    type: 'data_visualization',
    title: 'This week',
    chart: {
      type: 'bar',
      series: [
        { name: 'Hours', data: ['Mon', 'Tue', 'Wed'].map((label, index) => ({ label, value: index + 2 })) },
      ],
      axis_config: { categories: ['Mon', 'Tue', 'Wed'], y_label: 'Hours' },
    },
  },
];
