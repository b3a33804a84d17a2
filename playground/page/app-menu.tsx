import { APP, type Person, teamOf } from '../slack/workspace.ts';
import { useConfirm } from './confirm.tsx';
import { Menu } from './menu.tsx';
import { callServer } from './server-calls.ts';

/** What a member can do with the app itself: take it out of their workspace, after a question. */
export function AppMenu({ person }: { readonly person: Person }) {
  const { name } = teamOf(person);
  const { ask, dialog } = useConfirm({
    title: { text: `Uninstall ${APP.name} from ${name}?` },
    text: {
      text: `It stops working here at once. What ${name} logged is kept for thirty days, and comes back if ${APP.name} is added again in that time.`,
    },
    confirm: { text: 'Uninstall' },
    deny: { text: `Keep ${APP.name}` },
    style: 'danger',
  });
  const uninstall = () => ask(() => void callServer('uninstall', { memberId: person.id }));
  return (
    <div className="app-menu">
      <Menu
        id="app-menu"
        label={`${APP.name} in ${name}`}
        face="⋯"
        className="quiet"
        items={[
          { key: 'uninstall', label: 'Uninstall', about: `From ${name}, for everybody`, choose: uninstall },
        ]}
      />
      {dialog}
    </div>
  );
}
