import { PEOPLE, type Person } from '../../playground/slack/workspace.ts';

/** The members of the playground's workspace. */
export function twoPeople(): readonly [Person, Person] {
  const [ana, ben] = PEOPLE;
  if (!ana || !ben) throw new Error('the playground has two people');
  return [ana, ben];
}
