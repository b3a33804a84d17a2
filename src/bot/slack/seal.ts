import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Hides and protects what a form has to remember, since Slack shows a form's metadata to the client. */
export type Seal = {
  readonly close: (content: string) => string;
  /** `undefined` when the text was not sealed here, or was changed since. */
  readonly open: (sealed: string) => string | undefined;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is sealed; what was sealed for one purpose is not opened for another. */
export type Purpose = 'form state' | 'job' | 'download';

/** A seal whose key is derived from the app's signing secret, so that no further secret has to be kept (docs/decisions/0008-sealed-form-state.md). */
export function createSeal(secret: string, purpose: Purpose = 'form state'): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `stint ${purpose}`, 32));
  return {
    close(content) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const hidden = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return (
          decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
        );
      } catch {
        return undefined;
      }
    },
  };
}
