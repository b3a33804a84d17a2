import { LIMITS } from './limits.ts';
import {
  boolean,
  list,
  number,
  type ObjectShape,
  object,
  optional,
  type Shape,
  string,
  typed,
  word,
} from './shape.ts';

const MANY = 1000;

const style = optional(
  object({
    bold: optional(boolean),
    italic: optional(boolean),
    strike: optional(boolean),
    underline: optional(boolean),
    code: optional(boolean),
    highlight: optional(boolean),
    client_highlight: optional(boolean),
    unlink: optional(boolean),
  }),
);

const INLINE: Readonly<Record<string, ObjectShape>> = {
  text: object({ text: string(LIMITS.message.text), style }),
  link: object({
    url: string(LIMITS.url),
    text: optional(string(LIMITS.section.text)),
    unsafe: optional(boolean),
    style,
  }),
  emoji: object({
    name: string(LIMITS.id),
    unicode: optional(string(LIMITS.id)),
    url: optional(string(LIMITS.url)),
    style,
  }),
  user: object({ user_id: string(LIMITS.id), style }),
  usergroup: object({ usergroup_id: string(LIMITS.id), style }),
  channel: object({ channel_id: string(LIMITS.id), style }),
  team: object({ team_id: string(LIMITS.id), style }),
  color: object({ value: string(LIMITS.id), style }),
  broadcast: object({ range: word('here', 'channel', 'everyone'), style }, (_value, pointer, report) =>
    report(pointer, 'notifies many people'),
  ),
  date: object({
    timestamp: number(0, 9_999_999_999),
    format: string(LIMITS.id),
    url: optional(string(LIMITS.url)),
    fallback: optional(string(LIMITS.section.text)),
    style,
  }),
};

const inline = typed(() => INLINE, Object.keys(INLINE), 'a rich text element');
const border = { border: optional(number(0, 1)) };

const PARAGRAPHS: Readonly<Record<string, ObjectShape>> = {
  rich_text_section: object({ elements: list(inline, MANY, 0) }),
  rich_text_list: object({
    ...border,
    elements: list(
      typed(() => PARAGRAPHS, ['rich_text_section'], 'a list item'),
      MANY,
    ),
    style: word('bullet', 'ordered'),
    indent: optional(number(0, 8)),
    offset: optional(number(0, MANY)),
  }),
  rich_text_quote: object({ ...border, elements: list(inline, MANY) }),
  rich_text_preformatted: object({
    ...border,
    elements: list(
      typed(() => INLINE, ['text', 'link'], 'preformatted text'),
      MANY,
    ),
    language: optional(string(LIMITS.id)),
  }),
};

/** The fields of a rich_text block. */
export const richTextFields = {
  elements: list(
    typed(() => PARAGRAPHS, Object.keys(PARAGRAPHS), 'a rich text paragraph'),
    MANY,
  ),
};

/** A rich_text block as it stands in a cell or as an input's first value. */
export const richTextBlock = object({ block_id: optional(string(LIMITS.id)), ...richTextFields });

/** The same where only a rich_text block may stand. */
export const richText: Shape = typed(
  () => ({ rich_text: richTextBlock }),
  ['rich_text'],
  'a rich text block',
);
