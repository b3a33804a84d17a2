import { parseArgs } from 'node:util';
import { problemsOf } from './synth/check-graph.ts';
import { FAULTS } from './synth/faults.ts';
import { type Graph, type Resource, synthesize } from './synth/synthesize.ts';

/**
 * `npm run synth` prints what sst.config.ts would ask AWS for, one line a resource (`--stage dev` for another stage than
 * production); `-- --check` holds it against what has to hold, for production and for a stage of one's own, and makes sure
 * that every mistake it knows of would be found.
 */
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, stage: { type: 'string', default: 'production' } },
});

if (values.check) await check();
else for (const each of (await synthesize(values.stage)).resources) console.log(lineOf(each));

async function check(): Promise<void> {
  const graphs = [await synthesize('production'), await synthesize('dev')];
  const problems = graphs.flatMap((graph) => problemsOf(graph));
  const unseen = graphs.flatMap((graph) =>
    Object.entries(FAULTS)
      .filter(([, make]) => problemsOf(make(graph)).length === 0)
      .map(([name]) => `${graph.stage}: ${name} would not be found`),
  );
  for (const problem of [...problems, ...unseen]) console.error(problem);
  if (problems.length + unseen.length > 0) process.exit(1);
  const resources = graphs
    .map(({ stage, resources: { length } }: Graph) => `${stage} ${length} resources`)
    .join(', ');
  console.log(`As it has to be: ${resources}; ${Object.keys(FAULTS).length} deliberate mistakes found.`);
}

/** What matters of a resource: where and what it is, and what it was given, without what is nothing. */
function lineOf({ type, name, inputs, isRetained }: Resource): string {
  const given = Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => value !== '' && value !== false),
  );
  return [type.replace(/^aws:/, ''), name, ...(isRetained ? ['(retained)'] : []), JSON.stringify(given)].join(
    '  ',
  );
}
