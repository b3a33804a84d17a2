import { slackToken } from '../../phrase/slack-tokens.ts';
import { inlineCode } from './escape.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * What a person typed, as they typed it: Slack sends a mention as `<@U1|bob>`, a channel as `<#C1|name>`, and `&` as `&amp;`.
 * To be escaped again before it is shown.
 */
export function typedText(raw: string): string {
  return raw
    .replace(/<([@#!]?[^<>\s][^<>]*)>/g, (_, inside: string) => slackToken(inside).words)
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** A line that a person typed, as Slack sent it, to be pasted again: it says what they typed. */
export function pasteable(raw: string): string {
  return pasteableLine(typedText(raw));
}

/** A line of plain text that was made here, to be pasted. */
export function pasteableLine(line: string): string {
  return inlineCode(`/track ${line}`);
}
