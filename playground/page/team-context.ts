import { createContext } from 'react';
import { TEAM } from '../slack/workspace.ts';

/** The workspace of whoever looks. */
export const TeamContext = createContext(TEAM);
