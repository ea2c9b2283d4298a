/**
 * A plain static file server: what any intranet server does, and no more. Used by `npm start` and by the
 * end-to-end tests, so that what is tested is what any nginx or IIS would serve.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file for a request path, or null: outside the root, outside the base, or not there. */
async function fileFor(root, base, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://any').pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(base)) return null;
  let file = resolve(join(root, normalize(path.slice(base.length) || '.')));
  if (file !== root && !file.startsWith(root + sep)) return null;
  try {
    let found = await stat(file);
    if (found.isDirectory()) {
      file = join(file, 'index.html');
      found = await stat(file);
    }
    return { file, size: found.size, modified: new Date(Math.floor(found.mtimeMs / 1000) * 1000) };
  } catch {
    return null;
  }
}

/**
 * Serves `root` under `base` (such as `/bureau/jilan/`).
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>}
 */
export async function serveFolder({ root, base = '/', host = '127.0.0.1', port = 0 }) {
  const folder = resolve(root);
  const server = createServer((request, response) => {
    void fileFor(folder, base, request.url ?? '/').then((found) => {
      if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) {
        response.writeHead(found ? 405 : 404, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(found ? 'method not allowed' : 'not found');
        return;
      }
      // Asked again, a file that has not changed is not sent again (and what was compiled of it is still good).
      const same = Date.parse(request.headers['if-modified-since'] ?? '') === found.modified.getTime();
      response.writeHead(same ? 304 : 200, {
        'content-type': MIME[extname(found.file)] ?? 'application/octet-stream',
        ...(same ? {} : { 'content-length': found.size }),
        'last-modified': found.modified.toUTCString(),
        'cache-control': 'no-cache',
      });
      if (same || request.method === 'HEAD') response.end();
      else createReadStream(found.file).pipe(response);
    });
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  const { port: taken } = server.address();
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
