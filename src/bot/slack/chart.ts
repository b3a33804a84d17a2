import type { Block } from './blocks.ts';
import { shorten } from './escape.ts';

/** Slack's limits on its chart block (slack.dev, data_visualization). */
const TITLE = 50;
const LABEL = 20;
/** As many bars as Slack draws. */
export const MOST_BARS = 20;

/** One bar of a chart: a name and a value that is not negative. */
export type Bar = { readonly label: string; readonly value: number };

/** Slack's chart block, which `@slack/types` does not know yet. */
type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly { readonly name: string; readonly data: readonly Bar[] }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
  };
};

/** A bar chart of one series, in messages only; at most {@link MOST_BARS} bars, whose labels must differ. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): Block {
  const data = distinct(bars.map(({ label, value }) => ({ label: shorten(label, LABEL), value })));
  const chart: ChartBlock = {
    type: 'data_visualization',
    title: shorten(title, TITLE),
    chart: {
      type: 'bar',
      series: [{ name: shorten(unit, LABEL), data }],
      axis_config: { categories: data.map(({ label }) => label), y_label: shorten(unit, TITLE) },
    },
  };
  // The one cast of the house: the types of Slack's packages do not name this block yet.
  return chart as unknown as Block;
}

/** Slack tells bars apart by their label alone, so those that were cut to the same one get a number. */
function distinct(bars: readonly Bar[]): readonly Bar[] {
  const seen = new Set<string>();
  return bars.map(({ label, value }) => {
    let name = label;
    for (let count = 2; seen.has(name); count += 1) name = `${shorten(label, LABEL - 3)} ${count}`;
    seen.add(name);
    return { label: name, value };
  });
}
