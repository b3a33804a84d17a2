import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { readingJson } from '../../src/phrase/reading-json.ts';
import { WEDNESDAY } from './support.ts';

describe('what Slack makes of typed text', () => {
  it.each([
    ['45m <#C024BE91L|review> #team', { seconds: 2700, tags: ['review', 'team'] }],
    ['45m <#C024BE91L|> #team', { seconds: 2700, tags: ['team'], note: '<#C024BE91L>' }],
    ['45m <#C024BE91L>', { seconds: 2700, tags: [] }],
    ['<#C024BE91L|writing> 9-11', { seconds: 7200, tags: ['writing'], start: '2026-09-16T13:00:00Z' }],
    ['30m pairing <@U123|bob>', { seconds: 1800, note: 'pairing @bob' }],
    ['30m pairing <@U0123ABC>', { seconds: 1800, note: 'pairing <@U0123ABC>' }],
    ['30m <!here> standup', { seconds: 1800, note: '@here standup' }],
    ['30m <!channel>', { seconds: 1800, note: '@channel' }],
    ['30m <!subteam^S12|@devs> sync', { seconds: 1800, note: '@devs sync' }],
    [
      '15m read <https://example.org/2026/01/02> #learn',
      { seconds: 900, localDate: '2026-09-16', tags: ['learn'] },
    ],
    [
      '15m <https://example.org/#frag|the page>',
      { seconds: 900, tags: [], note: 'https://example.org/#frag' },
    ],
    ['15m <http://monday.com|monday.com>', { seconds: 900, localDate: '2026-09-16', note: 'monday.com' }],
    ['15m <mailto:bob@example.org|bob@example.org>', { seconds: 900, note: 'bob@example.org' }],
    ['15m <tel:5551234|555-1234>', { seconds: 900 }],
    ['1h R&amp;D sync', { seconds: 3600, note: 'R&D sync' }],
    ['1h a &lt; b &gt; c', { seconds: 3600, note: 'a < b > c' }],
    ['1h &amp;lt;b&amp;gt;', { seconds: 3600, note: '&lt;b&gt;' }],
    ['*45m* on _slides_ yesterday', { seconds: 2700, localDate: '2026-09-15', note: 'on slides' }],
    ['~1h~ `#writing`', { seconds: 3600, tags: ['writing'] }],
    ['_*2h*_ *#a* _task-3_', { seconds: 7200, tags: ['a'], task: 'task-3' }],
    ['1h #dev_', { seconds: 3600, tags: ['dev_'] }],
    ['1h 15m “focus” #writing', { seconds: 4500, tags: ['writing'], note: 'focus' }],
    ['1h ‘quoted’', { seconds: 3600, note: "'quoted'" }],
    ['1h\u00a030m #x', { seconds: 5400, tags: ['x'] }],
    ['1h\t30m\n#x', { seconds: 5400, tags: ['x'] }],
    ['2h\u200b30m #wri\u200bting', { seconds: 9000, tags: ['writing'] }],
    ['\u202a1h\u202c #x', { seconds: 3600, tags: ['x'] }],
    ['１ｈ３０ ＃ｗｒｉｔｉｎｇ', { seconds: 5400, tags: ['writing'] }],
    ['1h #тест #日本語 #Naïve #e\u0301te\u0301', { seconds: 3600, tags: ['тест', '日本語', 'naïve', 'été'] }],
    ['1h #a,#b;#c.', { seconds: 3600, tags: ['a', 'b', 'c'] }],
    ['#x,2h', { seconds: 7200, tags: ['x'] }],
    ['task-12,45m', { seconds: 2700, task: 'task-12' }],
    ['45m#writing', { seconds: 2700, tags: ['writing'] }],
    ['9-11#x', { seconds: 7200, tags: ['x'] }],
    ['2h-yesterday', { seconds: 7200, localDate: '2026-09-15' }],
    [
      '5km,12pages',
      {
        measures: [
          { value: 5, unit: 'km' },
          { value: 12, unit: 'pages' },
        ],
      },
    ],
    ['#a#b 1h', { seconds: 3600, tags: ['a', 'b'] }],
    ['1h (#writing)', { seconds: 3600, tags: ['writing'] }],
    ['1h #Writing #WRITING', { seconds: 3600, tags: ['writing'] }],
    ['1h #2026-plan', { seconds: 3600, tags: ['2026-plan'] }],
    ['1h #done🎉', { seconds: 3600, tags: ['done'], note: '🎉' }],
    ['1h a#b', { seconds: 3600, tags: [], note: 'a#b' }],
    ['1h Task-12', { seconds: 3600, task: 'task-12' }],
    ['1h TASK-007', { seconds: 3600, task: 'task-7' }],
    ['1h (task-12)', { seconds: 3600, task: 'task-12' }],
    ['1h task-1 and task-1', { seconds: 3600, task: 'task-1' }],
    ['1h #task-12', { seconds: 3600, tags: ['task-12'] }],
    ['שלום 1h #עברית', { seconds: 3600, tags: ['עברית'], note: 'שלום' }],
  ])('reads %j', (text, expected) => {
    expect(readingJson(readLine(text, WEDNESDAY))).toMatchObject({ kind: 'log', ...expected });
  });
});
