import { useContext } from 'react';
import { listOf } from '../../block-kit/problem.ts';
import type { Team } from '../../slack/workspace.ts';
import { stringOf, wordsOf } from '../reading.ts';
import { TeamContext } from '../team-context.ts';
import { Choices } from './choices.tsx';
import { PlainSelect } from './static-select.tsx';
import { type ControlProps, useControl } from './use-control.ts';

/** Menus whose options Slack knows by itself: people, channels, conversations. */
export function PeopleSelect(props: ControlProps) {
  const { element } = props;
  const { entered, put, about } = useControl(props);
  const { what, items } = offeredBy(element['type'], useContext(TeamContext));
  const field = `selected_${what}`;
  return (
    <PlainSelect
      about={about}
      value={entered ? entered[field] : element[`initial_${what}`]}
      placeholder={wordsOf(element['placeholder']) || `Choose a ${what}`}
      items={items}
      choose={(id) => put({ [field]: id })}
    />
  );
}

/** The same for several of them. */
export function PeopleChoice(props: ControlProps) {
  const { block, element } = props;
  const { entered, put, about } = useControl(props);
  const { what, items } = offeredBy(element['type'], useContext(TeamContext));
  const field = `selected_${what}s`;
  const chosen = listOf(entered ? entered[field] : element[`initial_${what}s`]);
  const choices = items.map(({ id, name }) => ({ value: id, label: name, isChosen: chosen.includes(id) }));
  return (
    <Choices
      about={about}
      type="checkbox"
      isNamed={block['type'] === 'input'}
      choices={choices}
      toggle={(id, isChosen) =>
        put({ [field]: isChosen ? [...chosen, id] : chosen.filter((each) => each !== id) })
      }
    />
  );
}

function offeredBy(type: unknown, { people, channel }: Team) {
  const what = stringOf(type).replace('multi_', '').replace('s_select', '');
  const items =
    what === 'user'
      ? people.map(({ id, realName }) => ({ id, name: realName }))
      : [{ id: channel.id, name: `#${channel.name}` }];
  return { what, items };
}
