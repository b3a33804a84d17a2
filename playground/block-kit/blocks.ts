import { chartFields } from './chart.ts';
import { atLeastOne, exactlyOne, slackFile } from './composition.ts';
import { ELEMENTS } from './elements.ts';
import { LIMITS } from './limits.ts';
import { ALLOWED } from './placement.ts';
import { richText, richTextFields } from './rich-text.ts';
import {
  anything,
  boolean,
  type Field,
  list,
  mrkdwn,
  type ObjectShape,
  object,
  optional,
  plain,
  type Rule,
  type Shape,
  string,
  text,
  typed,
  word,
} from './shape.ts';
import { dataTableFields, dataTableText, equalRows, tableFields } from './tables.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];
const IN_MESSAGES: readonly Surface[] = ['message'];

const card = {
  hero_image: optional(element(['image'])),
  icon: optional(element(['image'])),
  title: optional(mrkdwn(LIMITS.card.title)),
  subtitle: optional(mrkdwn(LIMITS.card.subtitle)),
  body: optional(mrkdwn(LIMITS.card.body)),
  actions: optional(list(element(['button']), LIMITS.card.buttons)),
};
const cardRule = atLeastOne('hero_image', 'title', 'body', 'actions');

/** Every block by `type`: where it may stand and what its fields have to look like. */
export const BLOCKS: Readonly<
  Record<string, { readonly surfaces: readonly Surface[]; readonly shape: ObjectShape }>
> = {
  section: block(
    EVERYWHERE,
    {
      text: optional(text(LIMITS.section.text)),
      fields: optional(list(text(LIMITS.section.field), LIMITS.section.fields)),
      accessory: optional(element(ALLOWED.accessory)),
      expand: optional(boolean),
    },
    atLeastOne('text', 'fields'),
  ),
  header: block(EVERYWHERE, { text: plain(LIMITS.header) }),
  divider: block(EVERYWHERE, {}),
  context: block(EVERYWHERE, { elements: list(contextElement(), LIMITS.context.elements) }),
  actions: block(EVERYWHERE, { elements: list(element(ALLOWED.actions), LIMITS.actions) }),
  context_actions: block(IN_MESSAGES, {
    elements: list(element(ALLOWED.contextActions), LIMITS.contextActions),
  }),
  input: block(EVERYWHERE, {
    label: plain(LIMITS.input.label),
    hint: optional(plain(LIMITS.input.hint)),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
    element: element(ALLOWED.input),
  }),
  image: block(
    EVERYWHERE,
    {
      image_url: optional(string(LIMITS.url)),
      slack_file: optional(slackFile),
      alt_text: string(LIMITS.image.alt),
      title: optional(plain(LIMITS.image.title)),
    },
    exactlyOne('image_url', 'slack_file'),
  ),
  rich_text: block(EVERYWHERE, richTextFields),
  video: block(EVERYWHERE, {
    video_url: string(LIMITS.url),
    thumbnail_url: string(LIMITS.url),
    alt_text: string(LIMITS.image.alt),
    title: plain(LIMITS.video.title),
    title_url: optional(string(LIMITS.url)),
    author_name: optional(string(LIMITS.video.author)),
    provider_name: optional(string(LIMITS.id)),
    provider_icon_url: optional(string(LIMITS.url)),
    description: optional(plain(LIMITS.video.description)),
  }),
  file: block(IN_MESSAGES, { source: word('remote'), external_id: string(LIMITS.id) }),
  markdown: block(IN_MESSAGES, { text: string(LIMITS.message.markdownText) }),
  table: block(IN_MESSAGES, tableFields, equalRows),
  data_table: block(IN_MESSAGES, dataTableFields, equalRows, dataTableText),
  data_visualization: block(IN_MESSAGES, chartFields),
  alert: block(['modal'], {
    text: text(LIMITS.alert),
    level: optional(word('default', 'info', 'warning', 'error', 'success')),
  }),
  card: block(EVERYWHERE, card, cardRule),
  carousel: block(['message', 'home'], { elements: list(blockShape(['card']), LIMITS.carousel) }),
  container: block(
    IN_MESSAGES,
    {
      title: optional(plain(LIMITS.container.title)),
      rich_text_title: optional(richText),
      subtitle: optional(text(LIMITS.container.subtitle)),
      icon: optional(element(['image'])),
      width: optional(word('narrow', 'standard', 'wide', 'full')),
      is_collapsible: optional(boolean),
      default_collapsed: optional(boolean),
      has_header_divider: optional(boolean),
      child_blocks: list(
        blockShape([
          'actions',
          'context',
          'divider',
          'file',
          'header',
          'image',
          'input',
          'rich_text',
          'section',
          'table',
          'video',
        ]),
        LIMITS.container.blocks,
      ),
    },
    exactlyOne('title', 'rich_text_title'),
  ),
  task_card: block(IN_MESSAGES, {
    task_id: string(LIMITS.id),
    title: string(LIMITS.section.text),
    details: optional(richText),
    output: optional(richText),
    sources: optional(anything),
    status: word('pending', 'in_progress', 'complete', 'error'),
  }),
  plan: block(IN_MESSAGES, { title: string(LIMITS.section.text), tasks: optional(anything) }),
};

/** A block that may stand on a surface. */
export function blockOn(surface: Surface): Shape {
  const among = Object.entries(BLOCKS).filter(([, { surfaces }]) => surfaces.includes(surface));
  return blockShape(
    among.map(([type]) => type),
    `a block of a ${surface}`,
  );
}

function block(
  surfaces: readonly Surface[],
  fields: Readonly<Record<string, Shape | Field>>,
  ...rules: readonly Rule[]
) {
  return { surfaces, shape: object({ block_id: optional(string(LIMITS.id)), ...fields }, ...rules) };
}

function blockShape(among: readonly string[], what = 'a block'): Shape {
  return typed(
    () => Object.fromEntries(Object.entries(BLOCKS).map(([type, { shape }]) => [type, shape])),
    among,
    what,
  );
}

function element(among: readonly string[]): Shape {
  return typed(() => ELEMENTS, among, 'an element');
}

/** A context block holds images and text objects side by side. */
function contextElement(): Shape {
  const picture = element(['image']);
  const words = text(LIMITS.context.text);
  return { kind: 'chosen', choose: (value) => (value['type'] === 'image' ? picture : words) };
}
