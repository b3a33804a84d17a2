import { hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './cipher.ts';

/** Hides and protects what a form has to remember, since Slack shows a form's metadata to the client. */
export type Seal = {
  readonly close: (content: string) => string;
  /** `undefined` when the text was not sealed here, or was changed since. */
  readonly open: (sealed: string) => string | undefined;
};

/** What is sealed; what was sealed for one purpose is not opened for another. */
export type Purpose = 'form state' | 'job' | 'download' | 'install';

/** A seal whose key is derived from the app's signing secret, so that no further secret has to be kept (docs/decisions/0008-sealed-form-state.md). */
export function createSeal(secret: string, purpose: Purpose = 'form state'): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `stint ${purpose}`, 32));
  return { close: (content) => encrypt(key, content), open: (sealed) => decrypt(key, sealed) };
}
