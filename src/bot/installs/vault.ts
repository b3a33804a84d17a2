import { createHash } from 'node:crypto';
import { decrypt, encrypt } from '../slack/cipher.ts';

/** Hides tokens in the table; what was hidden for one workspace is not opened for another. */
export type Vault = {
  readonly close: (secret: string, workspaceId: string) => string;
  /** `undefined` where none of the keys opens it, it was changed, or belongs to another workspace. */
  readonly open: (sealed: string, workspaceId: string) => string | undefined;
};

/** Bytes of each key. */
export const VAULT_KEY_BYTES = 32;

/**
 * A vault whose first key hides; the others still open what they hid, so that a key is changed by putting the next one
 * before it. Each secret says which key it needs, by a few letters of that key's hash.
 */
export function createVault(keys: readonly [Buffer, ...Buffer[]]): Vault {
  const [newest] = keys;
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  return {
    close: (secret, workspaceId) => `${nameOf(newest)}.${encrypt(newest, secret, workspaceId)}`,
    open(sealed, workspaceId) {
      const [name = '', hidden = ''] = sealed.split('.');
      const key = byName.get(name);
      return key && decrypt(key, hidden, workspaceId);
    },
  };
}

function nameOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
