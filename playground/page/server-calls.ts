import { type Fields, isFields } from '../block-kit/problem.ts';

/** Asks the playground's server to do something. A problem comes back as a field `problem`. */
export async function callServer(name: string, body: Fields): Promise<Fields> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return isFields(answer) ? answer : {};
  } catch {
    return { problem: 'The playground does not answer.' };
  }
}
