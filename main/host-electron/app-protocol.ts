import { pictureAt } from '#main/core/attachment-files';
import { contentSecurityPolicy } from '#main/core/content-security-policy';
import { net, protocol } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SCHEME = 'app';

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built renderer as `app://braindump/…`, and the pictures of the data folder below it; a path that is no file is a
 * route and gets the page.
 */
export function serveApp(root: string, dataDir: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { pathname, host } = new URL(request.url);
    if (host !== 'braindump' || request.method !== 'GET') return new Response('Not here.', { status: 404 });
    if (pathname.startsWith('/attachments/')) {
      const picture = pictureAt(dataDir, pathname);
      if (picture === null) return new Response('No such picture.', { status: 404 });
      const contents = await net.fetch(pathToFileURL(picture.file).href);
      return new Response(contents.body, { status: contents.status, headers: picture.headers });
    }
    const wanted = path.join(root, path.normalize(decodeURIComponent(pathname)));
    const isFile =
      wanted.startsWith(root + path.sep) && fs.statSync(wanted, { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile && path.extname(pathname) !== '') return new Response('No such file.', { status: 404 });
    const file = isFile ? wanted : path.join(root, 'index.html');
    const response = await net.fetch(pathToFileURL(file).href);
    const headers = new Headers(response.headers);
    headers.set('content-security-policy', contentSecurityPolicy());
    headers.set('x-content-type-options', 'nosniff');
    return new Response(response.body, { status: response.status, headers });
  });
}
