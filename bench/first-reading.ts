import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildText } from './build-text.ts';
import { freshly } from './fresh.ts';
import { milliseconds, table, times } from './print.ts';
import { LINE, ZONE } from './support.ts';

const PROCESSES = 9;

/** What a fresh Lambda pays before its first line is read; the reader bundled as the functions are, and chrono whole. */
export async function printFirst(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-bench-'));
  try {
    const now = Date.UTC(2026, 8, 16, 21, 5);
    const context = JSON.stringify({ now, zone: ZONE, weekStart: 1 });
    const [line, dated] = [LINE, `${LINE} last friday`].map((text) => JSON.stringify(text));
    const readerOf = (text = '""') =>
      `import { readLine } from './src/phrase/read-line.ts'; export const first = () => readLine(${text}, ${context});`;
    const bare = `import * as chrono from 'chrono-node'; export const first = () => chrono.parse(${dated}, new Date(${now}));`;
    const probe = async (name: string, code: string, plainly = false) => ({
      file: await buildText(code, `${folder}/${name}.cjs`, { plainly }),
      call: 'first',
    });
    const fresh = await freshly(
      {
        line: await probe('line', readerOf(line)),
        dated: await probe('dated', readerOf(dated)),
        chrono: await probe('chrono', bare, true),
      },
      { rounds: PROCESSES, warmUp: 2 },
    );
    const chronos = fresh('chrono');
    const row = (name: string, { imported, called }: ReturnType<typeof fresh>) => [
      name,
      milliseconds(imported),
      milliseconds(called),
      times((imported + called) / (chronos.imported + chronos.called)),
    ];
    table(
      [`in a fresh process, median of ${PROCESSES}`, 'import', 'first reading', 'together'],
      [
        row(`readLine, ${line}`, fresh('line')),
        row(`readLine, ${dated}`, fresh('dated')),
        row(`chrono.parse, ${dated}`, chronos),
      ],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
