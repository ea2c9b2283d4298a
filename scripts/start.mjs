/**
 * `npm start`: builds the app if dist/ is older than its sources, serves it and prints the address.
 * PORT and HOST choose where; by default a free port on this machine alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { serveFolder } from './static-server.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'public', 'sample-data', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** The time of the newest file below a path. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale() {
  const page = join(project, 'dist', 'index.html');
  return !existsSync(page) || statSync(page).mtimeMs < Math.max(...SOURCES.map((name) => newest(join(project, name))));
}

if (isStale()) {
  console.log('正在构建 · building …');
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) {
    console.error('请先运行 npm ci · run npm ci first');
    process.exit(1);
  }
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 0);
try {
  const { address } = await serveFolder({ root: join(project, 'dist'), host, port });
  console.log(`绩览 · Jilan: ${address}`);
  console.log('按 Ctrl+C 停止 · Ctrl+C stops it');
} catch (error) {
  console.error(error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用 · port ${port} is taken` : error.message);
  process.exit(1);
}
