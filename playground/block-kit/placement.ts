const MENUS = [
  'static_select',
  'external_select',
  'users_select',
  'channels_select',
  'conversations_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
];
const PICKERS = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker'];
const TYPED = ['plain_text_input', 'number_input', 'email_text_input', 'url_text_input', 'rich_text_input'];

/** Which elements may stand where. */
export const ALLOWED = {
  accessory: ['button', 'workflow_button', 'image', 'overflow', ...MENUS, ...PICKERS],
  actions: [
    'button',
    'workflow_button',
    'overflow',
    'datetimepicker',
    'rich_text_input',
    ...MENUS,
    ...PICKERS,
  ],
  contextActions: ['feedback_buttons', 'icon_button'],
  input: ['datetimepicker', 'file_input', ...TYPED, ...MENUS, ...PICKERS],
} as const;
