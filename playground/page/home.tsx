import type { View } from '../slack/snapshot.ts';
import type { Person } from '../slack/workspace.ts';
import { Blocks } from './blocks.tsx';
import { fieldListOf } from './reading.ts';
import { SurfaceContext } from './surface.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useSurfaceState } from './use-surface-state.ts';

/** The app's Home, as it was published last. */
export function Home({ person, view }: { readonly person: Person; readonly view: View | undefined }) {
  if (view) return <PublishedHome key={view.id} person={person} view={view} />;
  return (
    <div className="home">
      <p className="home-empty">Nothing is published here yet.</p>
    </div>
  );
}

function PublishedHome({ person, view }: { readonly person: Person; readonly view: View }) {
  const surface = useSurfaceState(person.id, { viewId: view.id });
  const keptFocus = useKeptFocus<HTMLElement>(view.hash);
  return (
    <section {...keptFocus} className="home" aria-label="App Home">
      <SurfaceContext value={surface}>
        <Blocks blocks={fieldListOf(view.content['blocks'])} />
      </SurfaceContext>
    </section>
  );
}
