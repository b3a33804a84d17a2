import * as z from 'zod/mini';
import { kind } from '../layer/kind.ts';

/** The end of one way through an installation, so that it is gone once; it belongs to no workspace yet. */
export const consentKind = kind('consent', 's#{nonce}', 'state', z.object({ ttl: z.int() }));
