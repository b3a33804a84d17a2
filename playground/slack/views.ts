import { type Fields, isFields, listOf } from '../block-kit/problem.ts';
import { withBlockIds } from './block-ids.ts';
import type { View } from './snapshot.ts';

/** What each member has open: a stack of modals with the uppermost last, and the published Home. */
export type Views = {
  readonly stackOf: (memberId: string) => readonly View[];
  readonly homeOf: (memberId: string) => View | undefined;
  readonly homes: () => readonly View[];
  readonly find: (viewId: string) => View | undefined;
  /** Puts a view on top. `stored` is what the Web API answered: it carries id and hash. */
  readonly push: (memberId: string, stored: Fields) => View;
  readonly publish: (memberId: string, stored: Fields) => void;
  readonly update: (stored: Fields) => void;
  readonly setErrors: (viewId: string, errors: Readonly<Record<string, string>>) => void;
  readonly setFailure: (viewId: string, failure: string) => void;
  readonly close: (viewId: string) => void;
  readonly clear: (memberId: string) => void;
  /** Takes away all that a member has of the app, the Home too. */
  readonly forget: (memberId: string) => void;
};

/** One open view and two on top of it. */
export const DEEPEST_STACK = 3;

export function createViews(initialHomes: readonly View[], changed: () => void): Views {
  let open: readonly View[] = [];
  let homes: readonly View[] = initialHomes;

  const stackOf = (memberId: string) => open.filter((view) => view.memberId === memberId);
  const find = (viewId: string) => [...open, ...homes].find(({ id }) => id === viewId);

  function edit(viewId: string, change: (view: View) => View): void {
    const apply = (view: View) => (view.id === viewId ? change(view) : view);
    open = open.map(apply);
    homes = homes.map(apply);
    changed();
  }

  return {
    stackOf,
    homeOf: (memberId) => homes.find((view) => view.memberId === memberId),
    homes: () => homes,
    find,
    push(memberId, stored) {
      const below = stackOf(memberId).at(-1);
      const view = viewOf(memberId, stored, below);
      open = [...open, view];
      changed();
      return view;
    },
    publish(memberId, stored) {
      homes = [...homes.filter((view) => view.memberId !== memberId), viewOf(memberId, stored, undefined)];
      changed();
    },
    update(stored) {
      edit(textOf(stored['id']), (view) => ({
        ...view,
        hash: textOf(stored['hash']),
        content: contentOf(stored),
        errors: {},
        failure: undefined,
      }));
    },
    setErrors(viewId, errors) {
      edit(viewId, (view) => ({ ...view, errors, failure: undefined }));
    },
    setFailure(viewId, failure) {
      edit(viewId, (view) => ({ ...view, failure }));
    },
    close(viewId) {
      open = open.filter(({ id }) => id !== viewId);
      changed();
    },
    clear(memberId) {
      open = open.filter((view) => view.memberId !== memberId);
      changed();
    },
    forget(memberId) {
      open = open.filter((view) => view.memberId !== memberId);
      homes = homes.filter((view) => view.memberId !== memberId);
      changed();
    },
  };
}

const CONTENT = [
  'type',
  'title',
  'submit',
  'close',
  'blocks',
  'callback_id',
  'external_id',
  'private_metadata',
  'clear_on_close',
  'notify_on_close',
];

function viewOf(memberId: string, stored: Fields, below: View | undefined): View {
  const id = textOf(stored['id']);
  return {
    id,
    hash: textOf(stored['hash']),
    memberId,
    content: contentOf(stored),
    rootId: below?.rootId ?? id,
    previousId: below?.id,
    errors: {},
  };
}

function contentOf(stored: Fields): Fields {
  const kept = Object.entries(stored).filter(([name, value]) => CONTENT.includes(name) && value !== null);
  return { ...Object.fromEntries(kept), blocks: withBlockIds(listOf(stored['blocks']).filter(isFields)) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
