import { useEffect } from 'react';
import type { View } from '../slack/snapshot.ts';
import type { Person } from '../slack/workspace.ts';
import { Blocks } from './blocks.tsx';
import { fieldListOf } from './reading.ts';
import { callServer } from './server-calls.ts';
import { SurfaceContext } from './surface.ts';
import { useSurfaceState } from './use-surface-state.ts';

/** The app's Home: opening it tells the app, which publishes what is shown. */
export function Home({ person, view }: { readonly person: Person; readonly view: View | undefined }) {
  useEffect(() => {
    void callServer('home', { memberId: person.id, tab: 'home' });
  }, [person.id]);
  if (!view) {
    return (
      <div className="home">
        <p className="home-empty">Nothing is published here yet.</p>
      </div>
    );
  }
  return <PublishedHome key={view.id} person={person} view={view} />;
}

function PublishedHome({ person, view }: { readonly person: Person; readonly view: View }) {
  const surface = useSurfaceState(person.id, { viewId: view.id });
  return (
    <section className="home" aria-label="App Home">
      <SurfaceContext value={surface}>
        <Blocks blocks={fieldListOf(view.content['blocks'])} />
      </SurfaceContext>
    </section>
  );
}
