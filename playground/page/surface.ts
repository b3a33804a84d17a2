import { createContext, useContext } from 'react';
import type { Fields } from '../block-kit/problem.ts';
import type { Values } from '../slack/form-values.ts';

/** Where blocks are drawn: what was entered there so far, and what a press does. */
export type Surface = {
  /** Distinguishes the ids of controls. */
  readonly id: string;
  readonly values: Values;
  readonly enter: (blockId: string, actionId: string, entered: Fields) => void;
  /** Tells the app, as Slack does when something is pressed or chosen outside of input blocks. */
  readonly act: (blockId: string, actionId: string, entered: Fields) => void;
  readonly loadOptions: (blockId: string, actionId: string, query: string) => Promise<Fields>;
};

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Blocks are drawn on a surface.');
  return surface;
}
