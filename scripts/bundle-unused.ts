import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));
const EMPTY = 'empty.cjs';

/** What stands in for packages of which a function runs nothing, or a part (docs/decisions/0009-lean-bundle.md). */
const STAND_INS = new Map([
  ['@slack/bolt', 'lambda-bolt.cjs'],
  // A function's role puts its credentials into the environment; no file, sign-on or machine is asked for them.
  ['@aws-sdk/credential-provider-node', 'lambda-credentials.ts'],
  ['@aws-sdk/middleware-endpoint-discovery', 'lambda-endpoints.ts'],
  // Streams of events, which DynamoDB has none of; names of browsers.
  ['@smithy/core/event-streams', EMPTY],
  ['bowser', EMPTY],
  // Types: what runs of it are names that nobody asks for.
  ['@slack/types', EMPTY],
]);

/** Files inside of pinned packages that never run, by the one that imports them. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  // Bolt makes a receiver of its own only where it is given none, and keeps conversations only where it is asked to; steps of
  // workflows are none of Stint's.
  '@slack/bolt/dist/App.js': [
    './CustomFunction',
    './conversation-store',
    './receivers/HTTPReceiver',
    './receivers/SocketModeReceiver',
  ],
  // Uploads and streamed messages, which Stint has none of: a test holds that.
  '@slack/web-api/dist/WebClient.js': ['./chat-stream', './file-upload'],
  '@slack/web-api/dist/index.js': ['./chat-stream'],
  // The store's client says that it is of the standard kind.
  '@smithy/core/dist-es/submodules/retry/middleware-retry/configurations.js': [
    '../util-retry/AdaptiveRetryStrategy',
  ],
  // For a Node without OpenSSL.
  '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Node.js': ['./Sha256Js'],
  // Of chrono's parsers and refiners src/phrase/dates.ts takes six; the others are made at import, and never asked.
  'chrono-node/dist/esm/locales/en/configuration.js': [
    './parsers/ENCasualDateParser.js',
    './parsers/ENCasualTimeParser.js',
    './parsers/ENEndOfCurrentMonthParser.js',
    './parsers/ENMonthNameParser.js',
    './parsers/ENRelativeDateFormatParser.js',
    './parsers/ENSlashMonthFormatParser.js',
    './parsers/ENTimeExpressionParser.js',
    './parsers/ENTimeUnitAgoFormatParser.js',
    './parsers/ENTimeUnitCasualRelativeFormatParser.js',
    './parsers/ENTimeUnitLaterFormatParser.js',
    './parsers/ENTimeUnitWithinFormatParser.js',
    './parsers/ENWeekdayParser.js',
    './parsers/ENYearMonthNameParser.js',
    './refiners/ENEndOfPeriodRefiner.js',
    './refiners/ENExtractYearSuffixRefiner.js',
    './refiners/ENMergeDateRangeRefiner.js',
    './refiners/ENMergeDateTimeRefiner.js',
    './refiners/ENMergeRelativeAfterDateRefiner.js',
    './refiners/ENMergeRelativeFollowByDateRefiner.js',
    './refiners/ENUnlikelyFormatFilter.js',
  ],
  'chrono-node/dist/esm/configurations.js': [
    './common/refiners/ExtractTimezoneAbbrRefiner.js',
    './common/refiners/ExtractTimezoneOffsetRefiner.js',
    './common/refiners/ForwardDateRefiner.js',
    './common/refiners/MergeWeekdayComponentRefiner.js',
    './common/refiners/UnlikelyFormatFilter.js',
  ],
};

/**
 * Leaves out what never runs, and these `files` of packages. A file whose importer is there and does not ask for it fails the
 * build, so that another version of a package is looked at.
 */
export function leaveOut(files = FILES): Plugin {
  return {
    name: 'leave-out',
    setup({ onResolve, onEnd }) {
      onResolve({ filter: /^[@a-z]/ }, ({ path }) => {
        const standIn = STAND_INS.get(path);
        return standIn === undefined ? undefined : { path: join(folder, standIn) };
      });
      const asked = new Map<string, Set<string>>();
      onResolve({ filter: /^\.\.?\// }, ({ path, importer }) => {
        const name = importer.replaceAll('\\', '/').split('node_modules/').at(-1) ?? '';
        if (!Object.hasOwn(files, name)) return undefined;
        asked.set(name, (asked.get(name) ?? new Set()).add(path));
        return files[name]?.includes(path) ? { path: join(folder, EMPTY) } : undefined;
      });
      onEnd(() => {
        const wrong = [...asked].flatMap(([name, paths]) =>
          (files[name] ?? [])
            .filter((path) => !paths.has(path))
            .map((path) => `${name} does not import ${path}`),
        );
        return { errors: wrong.map((text) => ({ text })) };
      });
    },
  };
}
