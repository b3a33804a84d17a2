import { GENERAL, PEOPLE } from './workspace.ts';

/** A command's text as an app with `should_escape` gets it: `&`, `<`, `>`, people, channels and links are marked up. */
export function escapeCommand(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<![\w@])@([a-z0-9._-]+)/gi, (whole, name: string) => {
      const person = PEOPLE.find((candidate) => candidate.name === name.toLowerCase());
      return person ? `<@${person.id}|${person.name}>` : whole;
    })
    .replace(/(?<![\w#&])#([a-z0-9._-]+)/gi, (whole, name: string) =>
      name.toLowerCase() === GENERAL.name ? `<#${GENERAL.id}|${GENERAL.name}>` : whole,
    )
    .replace(/\bhttps?:\/\/[^\s<>]+/g, (url) => `<${url}>`);
}
