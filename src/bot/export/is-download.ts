import type { UrlEvent } from '../guard.ts';

/** Where links to files lie, below the address that Slack sends its requests to. */
export const DOWNLOAD_PATH = '/download/';

/** True for a request that Slack did not send: somebody follows a link to a file. */
export function isDownload({ rawPath = '', requestContext }: UrlEvent): boolean {
  const method = requestContext?.http?.method ?? 'POST';
  return (method === 'GET' || method === 'HEAD') && rawPath.startsWith(DOWNLOAD_PATH);
}
