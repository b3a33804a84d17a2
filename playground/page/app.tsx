import { useEffect, useState } from 'react';
import { APP, teamOf } from '../slack/workspace.ts';
import { Composer } from './composer.tsx';
import { Home } from './home.tsx';
import { Inspector } from './inspector.tsx';
import { MessageList } from './message-list.tsx';
import { Modal } from './modal.tsx';
import { ZoneContext } from './mrkdwn/mrkdwn.tsx';
import { Notices } from './notices.tsx';
import { isInPair } from './pair.tsx';
import { PlaceHeader } from './place-header.tsx';
import { Rail } from './rail.tsx';
import { callServer } from './server-calls.ts';
import { Sidebar } from './sidebar.tsx';
import { TeamContext } from './team-context.ts';
import { conversationAt, useAddress } from './use-address.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useSlack } from './use-slack.ts';
import { Welcome } from './welcome.tsx';
import { WelcomeWithout } from './welcome-without.tsx';

/** The whole page: people and places, the conversation, the modal on top, and the inspector. */
export function App() {
  const [asked, go] = useAddress();
  const { person } = asked;
  const { snapshot, log, isConnected } = useSlack(person.id);
  const team = teamOf(person);
  const isInstalled = snapshot?.isInstalled ?? true;
  // An address may name a Home that this app does not have, or not here.
  const hasNoHome = snapshot?.hasHome === false || !isInstalled;
  const address = asked.place === 'home' && hasNoHome ? { ...asked, place: 'messages' as const } : asked;
  const { place } = address;
  // The app's menu goes with the app.
  const keptFocus = useKeptFocus<HTMLElement>(isInstalled);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [isInspecting, setInspecting] = useState(
    () => !isInPair() && localStorage.getItem('inspector') === 'open',
  );
  const conversationId = conversationAt(address);
  const here = `${person.id} ${conversationId}`;
  const setDraft = (draft: string) => setDrafts({ ...drafts, [here]: draft });
  const messages = snapshot?.messages.filter((message) => message.conversationId === conversationId) ?? [];
  const modal = snapshot?.modals.at(-1);
  const isClosed = place === 'messages' && (snapshot?.isWritable === false || !isInstalled);

  const isKnown = snapshot !== undefined;
  useEffect(() => {
    if (isKnown && place !== 'channel') void callServer('home', { memberId: person.id, tab: place });
  }, [isKnown, person.id, place]);

  function toggleInspector() {
    localStorage.setItem('inspector', isInspecting ? 'closed' : 'open');
    setInspecting(!isInspecting);
  }

  return (
    <TeamContext value={team}>
      <ZoneContext value={person.zone}>
        <div className={isInspecting ? 'page page-inspecting' : 'page'}>
          <div className="sides">
            <Rail person={person} teams={snapshot?.teams ?? []} go={go} />
            <Sidebar
              address={address}
              go={go}
              isInstalled={snapshot?.isInstalled}
              hasOthers={(snapshot?.teams.length ?? 1) > 1}
            />
          </div>
          <main {...keptFocus} className="place">
            <PlaceHeader
              address={address}
              go={go}
              hasHome={snapshot?.hasHome ?? false}
              isInstalled={isInstalled}
              ahead={snapshot?.ahead ?? 0}
              isInspecting={isInspecting}
              toggleInspector={toggleInspector}
            />
            <Notices person={person} notices={snapshot?.notices ?? []} isConnected={isConnected} />
            {place === 'home' ? (
              <Home person={person} view={snapshot?.home} />
            ) : (
              <>
                <MessageList
                  key={here}
                  person={person}
                  messages={messages}
                  shortcuts={snapshot?.shortcuts ?? []}
                  welcome={
                    isInstalled ? (
                      isClosed || (
                        <Welcome
                          isEmpty={snapshot !== undefined && messages.length === 0}
                          place={place}
                          choose={setDraft}
                        />
                      )
                    ) : (
                      <WelcomeWithout removedAt={snapshot?.removedAt} ahead={snapshot?.ahead ?? 0} />
                    )
                  }
                />
                {isClosed ? (
                  <p className="composer-closed">
                    {isInstalled
                      ? 'Sending messages to this app has been turned off.'
                      : `${APP.name} is not in this workspace.`}
                  </p>
                ) : (
                  <Composer
                    person={person}
                    conversationId={conversationId}
                    label={place === 'channel' ? `Message #${team.channel.name}` : `Message ${APP.name}`}
                    isInstalled={isInstalled}
                    shortcuts={snapshot?.shortcuts ?? []}
                    draft={drafts[here] ?? ''}
                    setDraft={setDraft}
                  />
                )}
              </>
            )}
          </main>
          {isInspecting && (
            <Inspector
              person={person}
              log={log}
              fault={snapshot?.fault ?? 'none'}
              ahead={snapshot?.ahead ?? 0}
              close={toggleInspector}
            />
          )}
          <Modal person={person} view={modal} />
        </div>
      </ZoneContext>
    </TeamContext>
  );
}
