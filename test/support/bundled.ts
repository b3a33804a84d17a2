import { join } from 'node:path';
import { type BundleName, bundle } from '../../scripts/bundle.ts';

/** Where `npm test` has just built every function; absent where tests run by themselves. */
const built = process.env['STINT_BUILT'];

/** The file of a function's bundle: what has just been built for all tests, or else what is built now into `folder`. */
export async function bundled(name: BundleName, folder: string): Promise<string> {
  return built === undefined ? (await bundle(name, folder)).file : join(built, name, 'index.cjs');
}
