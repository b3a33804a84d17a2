import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../playground/page/mrkdwn/format-date.ts';
import { parseMrkdwn } from '../../../playground/page/mrkdwn/parse.ts';

const text = (words: string) => ({ kind: 'text', text: words });
const bold = (...pieces: readonly object[]) => ({ kind: 'bold', pieces });
const lines = (...pieces: readonly object[]) => [{ kind: 'lines', pieces }];

describe('Slack’s mark-up', () => {
  test.each<[written: string, read: readonly object[]]>([
    ['plain', lines(text('plain'))],
    ['*bold* word', lines(bold(text('bold')), text(' word'))],
    ['*bold &lt;x&gt;*', lines(bold(text('bold <x>')))],
    ['*a _b_*', lines(bold(text('a '), { kind: 'italic', pieces: [text('b')] }))],
    ['~gone~', lines({ kind: 'strike', pieces: [text('gone')] })],
    ['2*3*4 and snake_case_name', lines(text('2*3*4 and snake_case_name'))],
    ['* no bold *', lines(text('* no bold *'))],
    ['09:30–11:00, 9:30-11:00', lines(text('09:30–11:00, 9:30-11:00'))],
    [':tada: :+1:', lines({ kind: 'emoji', name: 'tada' }, text(' '), { kind: 'emoji', name: '+1' })],
    ['`/track *45m*`', lines({ kind: 'code', text: '/track *45m*' })],
    ['R&amp;D &lt;review&gt; &amp; stars', lines(text('R&D <review> & stars'))],
    ['&amp;lt;', lines(text('&lt;'))],
    [
      '<https://x.test/a?b=1&amp;c|a link>',
      lines({ kind: 'link', url: 'https://x.test/a?b=1&c', text: 'a link' }),
    ],
    ['<@U0ANA00001>', lines({ kind: 'mention', id: '@U0ANA00001', text: '' })],
    [
      '<!date^1780000000^{date_short} at {time}|28 May>',
      lines({ kind: 'date', seconds: 1_780_000_000, format: '{date_short} at {time}', fallback: '28 May' }),
    ],
    [
      'a\n> b\n&gt; c\nd',
      [...lines(text('a')), { kind: 'quote', pieces: [text('b\nc')] }, ...lines(text('d'))],
    ],
    ['```x &lt; *y*```', [{ kind: 'preformatted', text: 'x < *y*' }]],
    ['', []],
  ])('reads %j', (written, read) => {
    expect(parseMrkdwn(written)).toEqual(read);
  });

  test.each([
    ['Europe/Madrid', 'May 28, 2026 at 10:26 PM'],
    ['America/New_York', 'May 28, 2026 at 4:26 PM'],
  ])('shows a date on the reader’s clock in %s', (zone, words) => {
    expect(formatDate(1_780_000_000, '{date_short} at {time}', zone, 'x').replace('\u202f', ' ')).toBe(words);
  });
});
