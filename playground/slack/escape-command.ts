import { APP, type Team } from './workspace.ts';

/** A command's text as an app with `should_escape` gets it: `&`, `<`, `>`, people, channels and links are marked up. */
export function escapeCommand(text: string, { people, channel }: Team): string {
  return escapeText(text)
    .replace(/(?<![\w@])@([a-z0-9._-]+)/gi, (whole, name: string) => {
      const person = people.find((candidate) => candidate.name === name.toLowerCase());
      return person ? `<@${person.id}|${person.name}>` : whole;
    })
    .replace(/(?<![\w#&])#([a-z0-9._-]+)/gi, (whole, name: string) =>
      name.toLowerCase() === channel.name ? `<#${channel.id}|${channel.name}>` : whole,
    )
    .replace(/\bhttps?:\/\/[^\s<>]+/g, (url) => `<${url}>`);
}

/** A message as Slack keeps it: people, the app among them, are named by their ids alone. */
export function escapeMessage(text: string, { people }: Team): string {
  return escapeText(text).replace(/(?<![\w@])@([a-z0-9._-]+)/gi, (whole, name: string) => {
    const called = name.toLowerCase();
    if (called === APP.name.toLowerCase()) return `<@${APP.botUserId}>`;
    const person = people.find((candidate) => candidate.name === called);
    return person ? `<@${person.id}>` : whole;
  });
}

/** `&`, `<` and `>` in the form in which Slack carries them. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
