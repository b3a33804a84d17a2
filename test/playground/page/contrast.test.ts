import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const BASE = fileURLToPath(new URL('../../../playground/page/styles/base.css', import.meta.url));
const [light = '', dark = ''] = readFileSync(BASE, 'utf8').split('@media (prefers-color-scheme: dark)');
const LIGHT = tokensOf(light);
const SCHEMES = { light: LIGHT, dark: { ...LIGHT, ...tokensOf(dark) } };

/** What is read on what; 4.5 is WCAG's AA for text of any size. */
const TEXTS = [
  ...['paper', 'raised', 'soft', 'private'].flatMap((ground) =>
    ['ink', 'quiet', 'link', 'danger', 'code'].map((text) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['danger', 'danger-soft'],
  ['link', 'mention'],
  ['side-ink', 'side'],
  ['side-quiet', 'side'],
  ['on-tile', 'tile'],
  ['on-tile', 'tile-other'],
  ['ink', 'line'],
] as const;

/** Borders of controls and the mark of the focus; 3 is AA for what is not text. */
const SHAPES = ['paper', 'raised', 'soft', 'private'].flatMap((ground) =>
  ['edge', 'focus', 'accent'].map((shape) => [shape, ground] as const),
);

describe.each(Object.entries(SCHEMES))('in the %s scheme', (_name, tokens) => {
  test.each(TEXTS)('%s is read on %s', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES)('%s is seen on %s', (shape, ground) => {
    expect(contrast(tokens[shape], tokens[ground])).toBeGreaterThanOrEqual(3);
  });
});

/** The custom properties that are plain colours, by name. */
function tokensOf(css: string): Readonly<Record<string, string>> {
  const found = css.matchAll(/--([a-z-]+): #([0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name = '', colour = '']) => [name, colour]));
}

function contrast(one = '', other = ''): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
