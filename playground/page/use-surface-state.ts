import { useState } from 'react';
import type { Fields } from '../block-kit/problem.ts';
import type { Values } from '../slack/form-values.ts';
import { callServer } from './server-calls.ts';
import type { Surface } from './surface.ts';

/** Which message or view the blocks belong to. */
export type Where = { readonly messageTs: string } | { readonly viewId: string };

/** A surface that keeps what is entered and sends presses to the app. */
export function useSurfaceState(memberId: string, where: Where): Surface {
  const [values, setValues] = useState<Values>({});
  const id = 'viewId' in where ? where.viewId : where.messageTs;

  function withEntered(blockId: string, actionId: string, entered: Fields): Values {
    return { ...values, [blockId]: { ...values[blockId], [actionId]: entered } };
  }

  return {
    id,
    values,
    enter: (blockId, actionId, entered) => setValues(withEntered(blockId, actionId, entered)),
    act(blockId, actionId, entered) {
      const next = Object.keys(entered).length > 0 ? withEntered(blockId, actionId, entered) : values;
      setValues(next);
      void callServer('action', { memberId, ...where, blockId, actionId, entered, values: next });
    },
    loadOptions: (blockId, actionId, query) =>
      callServer('options', { memberId, ...where, blockId, actionId, query, values }),
  };
}
