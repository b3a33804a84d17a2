import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options of a script. What it does not know is told in a line, with how it is to be said, and ends it with 2. */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message.split('.')[0] : 'Unknown option'}. Say: ${usage}`,
    );
    process.exit(2);
  }
}
