import { type Logger, LogLevel } from '@slack/web-api';
import type { Effects } from './effects.ts';

/**
 * What Bolt and the Web client have to say, as our own log lines. Debug and info are dropped, since at those levels Bolt
 * prints whole requests; of warnings and errors only the first words are kept, with anything like a secret taken out.
 */
export function boltLogger(log: Effects['log']): Logger {
  const write = (level: 'warn' | 'error') => (message: unknown) =>
    log({ level, event: 'bolt', message: withoutSecrets(String(message)).slice(0, 200) });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function withoutSecrets(text: string): string {
  return text.replace(/xox[a-z]-[\w-]+/gi, '[token]').replace(/https?:\/\/\S+/gi, '[address]');
}
