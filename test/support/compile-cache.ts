import { fileURLToPath } from 'node:url';

/**
 * Where Node keeps what it has compiled of our source, for processes that tests start again and again: each then starts in
 * half the time. It is no part of what is tested.
 */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)),
};
