import { createClient } from '../src/store/client.ts';
import { withTally } from '../src/store/store.ts';
import type { Cost } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { heading, table } from './print.ts';
import { benchMember, storeOn, withEngine } from './support.ts';

/** What each operation costs as the table reports it, beside what the design allows. */
export async function capacity(): Promise<void> {
  heading(
    'capacity: requests, write units, read units, as the table engine reports them',
    'design = requests · write units · read units that the table’s design gives each operation',
  );
  const rows: (readonly string[])[] = [];
  await withEngine(async (endpoint) => {
    const store = storeOn(createClient({ endpoint }));
    for (const [index, { name, design, prepare }] of OPERATIONS.entries()) {
      const act = await prepare(store, benchMember(`UCOST${index}`));
      const { store: counted, tally } = withTally(store);
      await act(counted);
      const cost: Cost = [tally.requests, tally.write, tally.read];
      rows.push([name, ...cost.map(String), design.join(' · '), markOf(cost, design)]);
    }
  });
  table(['operation', 'requests', 'WRU', 'RRU', 'design', ''], rows);
}

function markOf(cost: Cost, design: Cost): string {
  const [more, less] = [
    cost.some((value, index) => value > (design[index] ?? 0)),
    cost.some((value, index) => value < (design[index] ?? 0)),
  ];
  if (more) return less ? '<> other' : '> more';
  return less ? '< less' : '';
}
