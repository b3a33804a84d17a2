import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { isPairAsked, Pair } from './pair.tsx';
import { callServer } from './server-calls.ts';
import { readAddress } from './use-address.ts';

// Before anything is drawn, so that what was open before a reload does not flash up.
await callServer('arrive', { memberId: readAddress().person.id });
const root = document.getElementById('root');
if (root) createRoot(root).render(isPairAsked() ? <Pair /> : <App />);
