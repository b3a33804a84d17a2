import type { Fields } from '../../block-kit/problem.ts';
import { stringOf, wordsOf } from '../reading.ts';
import { useSurface } from '../surface.ts';

/** What ties a control to its label, hint and error. */
export type About = {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-required'?: boolean;
  readonly 'aria-label'?: string;
  /** Set on the field that a form is begun at. */
  readonly 'data-focus-first'?: '';
};

export type ControlProps = {
  readonly block: Fields;
  readonly element: Fields;
  readonly about?: About | undefined;
};

/** What an element holds now, and how a new value is taken in: kept in input blocks, told to the app elsewhere. */
export type ControlState = {
  readonly entered: Fields | undefined;
  readonly put: (entered: Fields) => void;
  /** Keeps a value without telling the app. */
  readonly keep: (entered: Fields) => void;
  readonly press: (entered: Fields) => void;
  readonly about: About;
};

export function useControl({ block, element, about }: ControlProps): ControlState {
  const surface = useSurface();
  const [blockId, actionId] = [stringOf(block['block_id']), stringOf(element['action_id'])];
  const isInput = block['type'] === 'input';
  const keep = (entered: Fields) => surface.enter(blockId, actionId, entered);
  const press = (entered: Fields) => surface.act(blockId, actionId, entered);
  return {
    entered: surface.values[blockId]?.[actionId],
    keep,
    press,
    put: isInput && block['dispatch_action'] !== true ? keep : press,
    about: {
      ...(about ?? named()),
      ...(element['focus_on_load'] === true && { 'data-focus-first': '' }),
    },
  };

  function named(): About {
    return {
      id: `${surface.id}-${blockId}-${actionId}`,
      'aria-label': wordsOf(element['placeholder']) || actionId.replaceAll(/[_-]/g, ' '),
    };
  }
}
