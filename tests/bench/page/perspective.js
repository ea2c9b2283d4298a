import perspective from '@perspective-dev/client';
import clientWasm from '@perspective-dev/client/dist/wasm/perspective-js.wasm?url';
import serverWasm from '@perspective-dev/server/dist/wasm/perspective-server.wasm?url';

let started = null;
export function start() {
  started ??= Promise.all([perspective.init_client(fetch(clientWasm)), perspective.init_server(fetch(serverWasm))]);
  return started.then(() => perspective);
}
