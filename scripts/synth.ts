import { readOptions } from './read-options.ts';
import { brokenBy, RULES } from './synth/check-graph.ts';
import { FAULTS } from './synth/faults.ts';
import { type Graph, type Resource, synthesize } from './synth/synthesize.ts';

/**
 * `npm run synth` prints what sst.config.ts would ask AWS for, one line a resource (`--stage dev` for another stage than
 * production); `-- --check` holds it against what has to hold, for production with and without a mail address and for a stage of one's own, and makes sure
 * that every mistake it knows of would be found, and every rule can be broken.
 */
const { check: isCheck, stage = 'production' } = readOptions(
  { check: { type: 'boolean' }, stage: { type: 'string' } },
  'npm run synth [-- --stage <name>] or npm run synth -- --check',
);

if (isCheck) await check();
else {
  const { STINT_ALARM_EMAIL: email, INSTALL_REDIRECT_URL: redirectUrl } = process.env;
  const { resources, said } = await synthesize(stage, {
    ...(email ? { email } : {}),
    ...(redirectUrl ? { redirectUrl } : {}),
  });
  process.stderr.write(said);
  for (const each of resources) console.log(lineOf(each));
}

async function check(): Promise<void> {
  const told = {
    email: 'somebody@example.com',
    redirectUrl: 'https://stint.example/install/callback',
  };
  const graphs = [
    await synthesize('production', told),
    await synthesize('production'),
    await synthesize('dev'),
  ];
  const problems = graphs.flatMap((graph) => [
    ...brokenBy(graph).map((rule) => `${graph.stage}: it does not hold that ${rule}`),
    ...unprovedBy(graph).map((what) => `${graph.stage}: ${what}`),
  ]);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
  const made = graphs.map(({ stage, resources }) => `${stage} ${resources.length} resources`).join(', ');
  const proved = `${RULES.length} rules, each broken by one of ${Object.keys(FAULTS).length} deliberate mistakes`;
  console.log(`As it has to be: ${made}; ${proved}.`);
}

/** The mistakes that no rule finds, and the rules that none of them breaks: either proves nothing. */
function unprovedBy(graph: Graph): readonly string[] {
  const found = Object.entries(FAULTS).map(([name, make]) => ({ name, broken: brokenBy(make(graph)) }));
  const broken = new Set(found.flatMap((each) => each.broken));
  return [
    ...found.filter((each) => each.broken.length === 0).map(({ name }) => `${name} would not be found`),
    ...RULES.filter(([name]) => !broken.has(name)).map(([name]) => `nothing breaks the rule that ${name}`),
  ];
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
