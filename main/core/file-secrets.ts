import type { Secrets } from '#main/ports/secrets';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const KEY_FILE = 'secret.key';
const VERSION = 'k1';

/**
 * Secrets where there is no keychain: AES-256-GCM with a key in the data folder that only the user can read. It keeps them
 * out of backups, exports and the ledger; it does not keep them from somebody who has the whole folder.
 */
export function fileSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, KEY_FILE);

  function key(): Buffer {
    try {
      const known = fs.readFileSync(file);
      if (known.length === 32) return known;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const made = randomBytes(32);
    fs.writeFileSync(file, made, { mode: 0o600 });
    return made;
  }

  return {
    guard: 'key-file',
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, nonce, cipher.getAuthTag(), sealed]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.');
    },
    open(sealed) {
      const [version, nonce = '', tag = '', text = ''] = sealed.split('.');
      if (version !== VERSION) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key(), Buffer.from(nonce, 'base64url'));
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        return decipher.update(text, 'base64url', 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}
