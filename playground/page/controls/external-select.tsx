import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Fields } from '../../block-kit/problem.ts';
import { fieldListOf, fieldsOf, stringOf, wordsOf } from '../reading.ts';
import { useSurface } from '../surface.ts';
import { groupsOf, optionsOf, valueOfOption } from './options.ts';
import { Overlay } from './overlay.tsx';
import { type ControlProps, useControl } from './use-control.ts';

const PAUSE_MS = 150;
const SHORTEST_QUERY = 3;

/** A menu whose options the app finds while one types; chosen ones of a multiple menu stand before it. */
export function ExternalSelect(props: ControlProps & { readonly isMulti: boolean }) {
  const { block, element, isMulti } = props;
  const { entered, put, about } = useControl(props);
  const surface = useSurface();
  const single = fieldsOf(entered ? entered['selected_option'] : element['initial_option']);
  const several = fieldListOf(entered ? entered['selected_options'] : element['initial_options']);
  const [query, setQuery] = useState<string>();
  const [found, setFound] = useState<Fields>({});
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = query !== undefined;
  const shortest =
    typeof element['min_query_length'] === 'number' ? element['min_query_length'] : SHORTEST_QUERY;
  const isTooShort = (query ?? '').length < shortest;
  const options = optionsOf(found);
  const listId = `${about.id}-list`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only when the words change
  useEffect(() => {
    if (query === undefined || isTooShort) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      const answer = await surface.loadOptions(
        stringOf(block['block_id']),
        stringOf(element['action_id']),
        query,
      );
      if (isStale) return;
      setFound(answer);
      setActive(-1);
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [query, isTooShort]);

  function close() {
    setQuery(undefined);
    setFound({});
    setActive(-1);
  }

  function choose(option: Fields | undefined) {
    if (!option) return;
    const isNew = several.every((each) => valueOfOption(each) !== valueOfOption(option));
    if (!isMulti) put({ selected_option: option });
    else if (isNew) put({ selected_options: [...several, option] });
    close();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) setQuery('');
      setActive(Math.max(-1, Math.min(options.length - 1, active + step)));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      choose(options[Math.max(active, 0)]);
    } else if (event.key === 'Escape' && isOpen) {
      // Only the list closes, not the form around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  const remove = (option: Fields) => put({ selected_options: several.filter((each) => each !== option) });
  return (
    <span className="combobox">
      {isMulti &&
        several.map((option) => (
          <button key={valueOfOption(option)} type="button" className="chip" onClick={() => remove(option)}>
            {wordsOf(option['text'])} <span aria-hidden="true">✕</span>
            <span className="unseen">remove</span>
          </button>
        ))}
      <input
        {...about}
        ref={field}
        className="control control-text"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={wordsOf(element['placeholder']) || 'Type to search'}
        value={query ?? (isMulti ? '' : wordsOf(single['text']))}
        onChange={({ target }) => {
          if (target.value === '' && !isMulti) put({ selected_option: null });
          setQuery(target.value);
        }}
        onClick={() => setQuery(query ?? '')}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <Overlay
          anchor={field}
          id={listId}
          className="options"
          role="listbox"
          aria-label="Options"
          // The focus stays in the text field, also while the list is scrolled.
          onMouseDown={(event) => event.preventDefault()}
        >
          {groupsOf(found).map(({ label, options: grouped }) => (
            <div key={label}>
              {label && <p className="options-label">{label}</p>}
              {grouped.map((option) => {
                const index = options.indexOf(option);
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, which names the active option
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the text field listens to the keys
                  <div
                    key={valueOfOption(option)}
                    id={`${listId}-${index}`}
                    role="option"
                    aria-selected={index === active}
                    ref={(drawn) => {
                      if (index === active) drawn?.scrollIntoView({ block: 'nearest' });
                    }}
                    onClick={() => choose(option)}
                  >
                    {wordsOf(option['text'])}
                    {option['description'] !== undefined && <small>{wordsOf(option['description'])}</small>}
                  </div>
                );
              })}
            </div>
          ))}
          <p className="options-note" role="status">
            {noteFor(found, options.length, isTooShort, shortest)}
          </p>
        </Overlay>
      )}
    </span>
  );
}

function noteFor(found: Fields, count: number, isTooShort: boolean, shortest: number): string {
  if (isTooShort) return `Type ${shortest} letters or more`;
  if (typeof found['problem'] === 'string') return found['problem'];
  return count === 0 ? 'Nothing found' : '';
}
