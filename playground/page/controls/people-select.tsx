import { GENERAL, PEOPLE } from '../../slack/workspace.ts';
import { stringOf, wordsOf } from '../reading.ts';
import { PlainSelect } from './static-select.tsx';
import { type ControlProps, useControl } from './use-control.ts';

const PEOPLE_ITEMS = PEOPLE.map(({ id, realName }) => ({ id, name: realName }));
const CHANNEL_ITEMS = [{ id: GENERAL.id, name: `#${GENERAL.name}` }];

/** Menus whose options Slack knows by itself: people, channels, conversations. */
export function PeopleSelect(props: ControlProps) {
  const { element } = props;
  const { entered, put, about } = useControl(props);
  const what = stringOf(element['type']).replace('s_select', '');
  const field = `selected_${what}`;
  return (
    <PlainSelect
      about={about}
      value={entered ? entered[field] : element[`initial_${what}`]}
      placeholder={wordsOf(element['placeholder']) || `Choose a ${what}`}
      items={what === 'user' ? PEOPLE_ITEMS : CHANNEL_ITEMS}
      choose={(id) => put({ [field]: id })}
    />
  );
}
