// Runs a bundle as Lambda does, in a process of its own: one JSON line in ({ event, now }), one JSON line out.
// `now`, where given, is what the clock then shows.
const { createInterface } = require('node:readline');

const realNow = Date.now;
let now;
Date.now = () => now ?? realNow();

async function main() {
  const { handler } = require(process.argv[2]);
  process.stdout.write(`${JSON.stringify({ ready: true, parameters: handler.length })}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    now = request.now;
    const answer = await handler(request.event, { awsRequestId: 'a-request-of-lambda' }).then(
      (result) => ({ result: result ?? null }),
      (error) => ({ error: String(error) }),
    );
    process.stdout.write(`${JSON.stringify({ answer })}\n`);
  }
}

main();
