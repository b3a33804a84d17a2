import * as z from 'zod/mini';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** There while everything of a member is being removed: nothing is to be written of them meanwhile. */
export const leavingKind = kind('leaving', 'u#{team}#{user}', 'me#leaving', z.object({ v: stamp }));
