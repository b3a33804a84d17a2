import { LIMITS } from './limits.ts';
import { type Fields, isFields, listOf, type Report } from './problem.ts';
import { list, number, type ObjectShape, object, optional, string, typed } from './shape.ts';

const { chart } = LIMITS;
const label = string(chart.label);
const value = number(-Number.MAX_VALUE, Number.MAX_VALUE, false);

const cartesian = object(
  {
    series: list(object({ name: label, data: list(object({ label, value }), chart.points) }), chart.series),
    axis_config: object({
      categories: list(label, chart.points),
      x_label: optional(string(chart.axisLabel)),
      y_label: optional(string(chart.axisLabel)),
    }),
  },
  uniqueSeries,
  pointsMatchCategories,
);

const pie = object(
  {
    segments: list(
      object({ label, value: number(Number.MIN_VALUE, Number.MAX_VALUE, false) }),
      chart.segments,
    ),
  },
  uniqueSegments,
);

const CHARTS: Readonly<Record<string, ObjectShape>> = {
  bar: cartesian,
  line: cartesian,
  area: cartesian,
  pie,
};

/** The fields of a data_visualization block. */
export const chartFields = {
  title: string(chart.title),
  chart: typed(() => CHARTS, Object.keys(CHARTS), 'a chart'),
};

function uniqueSeries(shown: Fields, pointer: string, report: Report): void {
  reportRepeats(listOf(shown['series']), 'name', `${pointer}/series`, report);
}

function uniqueSegments(shown: Fields, pointer: string, report: Report): void {
  reportRepeats(listOf(shown['segments']), 'label', `${pointer}/segments`, report);
}

function pointsMatchCategories(shown: Fields, pointer: string, report: Report): void {
  const axis = isFields(shown['axis_config']) ? shown['axis_config'] : {};
  const categories = JSON.stringify(listOf(axis['categories']));
  for (const [index, series] of listOf(shown['series']).entries()) {
    const labels = isFields(series)
      ? listOf(series['data']).map((point) => isFields(point) && point['label'])
      : [];
    if (JSON.stringify(labels) !== categories) {
      report(
        `${pointer}/series/${index}/data`,
        'its labels are not the categories of axis_config, in their order',
      );
    }
  }
}

function reportRepeats(items: readonly unknown[], name: string, pointer: string, report: Report): void {
  const names = items.map((item) => (isFields(item) ? item[name] : undefined));
  for (const [index, found] of names.entries()) {
    if (names.indexOf(found) !== index) report(`${pointer}/${index}/${name}`, 'is there twice');
  }
}
