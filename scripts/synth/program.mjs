// Runs inside SST's own platform folder, bundled with it: evaluates sst.config.ts as `sst deploy` would, with nothing to reach
// behind it, and prints every resource that it would ask AWS for as one line of JSON.
import { createServer } from 'node:http';
import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { run } from 'sst-platform/auto/run';
import * as sst from 'sst-platform/components/index';

Object.assign(globalThis, { aws, sst });

// What SST asks of its own command-line program, answered as for an account that was used before.
const bootstrap = {
  asset: 'sst-asset',
  assetEcrRegistryId: '1',
  assetEcrUrl: '1.dkr.ecr.example/sst-asset',
  state: 'sst-state',
};
const rpc = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, params } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  // Our own build made the bundles already.
  const built = { handler: 'index.handler', out: params?.[0]?.bundle ?? 'dist', errors: [], sourcemaps: [] };
  response.end(JSON.stringify({ id: 1, result: method === 'Runtime.Build' ? built : bootstrap }));
});
await new Promise((resolve) => rpc.listen(0, '127.0.0.1', resolve));
process.env.SST_SERVER = `http://127.0.0.1:${rpc.address().port}`;

const options = new Map();
const resources = [];
const keyOf = (type, name) => `${type} ${name}`;
const ACCOUNT = '123456789012';
const REGION = 'eu-central-1';

await pulumi.runtime.setMocks(
  {
    newResource({ type, name, inputs, custom }) {
      if (custom !== false || type.startsWith('aws:')) resources.push({ type, name, inputs });
      const id = inputs.name ?? name;
      return { id, state: { ...inputs, id, name: id, arn: arnOf(type, id), ...made(type, id) } };
    },
    call({ token, inputs }) {
      if (token === 'aws:iam/getPolicyDocument:getPolicyDocument')
        return { json: JSON.stringify(inputs), ...inputs };
      if (token === 'aws:index/getCallerIdentity:getCallerIdentity') return { accountId: ACCOUNT };
      if (token === 'aws:index/getRegion:getRegion') return { name: REGION, region: REGION, id: REGION };
      if (token === 'aws:index/getPartition:getPartition') return { partition: 'aws', id: 'aws' };
      return inputs;
    },
  },
  'stint',
  $app.stage,
);

function arnOf(type, id) {
  const service = type.split(':')[1]?.split('/')[0] ?? 'aws';
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${id}`;
}

function made(type, id) {
  if (type === 'aws:sqs/queue:Queue') return { url: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${id}` };
  if (type === 'aws:lambda/functionUrl:FunctionUrl')
    return { functionUrl: `https://${id}.lambda-url.example/` };
  return {};
}

await pulumi.runtime.runInPulumiStack(async () => {
  const { default: config } = await import('sst-config');
  return run(() => {
    // Registered behind SST's own, so that what it retains is seen.
    pulumi.runtime.registerStackTransformation(({ type, name, opts }) => {
      options.set(keyOf(type, name), { isRetained: opts.retainOnDelete === true });
      return undefined;
    });
    return config.run();
  });
});
await pulumi.runtime.disconnect();
rpc.close();
const { default: config } = await import('sst-config');
const { removal, protect } = config.app({ stage: $app.stage });
process.stdout.write(`${JSON.stringify({ removal, protect: protect === true })}\n`);
for (const { type, name, inputs } of resources) {
  const { isRetained = false } = options.get(keyOf(type, name)) ?? {};
  process.stdout.write(`${JSON.stringify({ type, name, inputs, isRetained })}\n`);
}
