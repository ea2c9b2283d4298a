/**
 * Runs inside the page, before the app: notes every statement that the app puts to its database worker, and can put the
 * same ones to it again, one after another, with nothing else going on: what the SQL takes by itself.
 */
export function watchEngine() {
  const Native = window.Worker;
  /** What the app writes meanwhile so as to reopen faster is no part of an answer. */
  const isKeeping = ({ type, data }) =>
    type === 'RUN_QUERY' && /"piece-\d|max\(rowid\)|duckdb_(functions|views)/.test(String(data[1]));
  const asked = new Map();
  let log = [];
  window.Worker = class extends Native {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        const entry = asked.get(data?.requestId);
        if (!entry) return;
        asked.delete(data.requestId);
        entry.ms = performance.now() - entry.start;
        entry.done?.();
      });
    }
    postMessage(message, ...rest) {
      if (message?.type === 'RUN_QUERY' || message?.type === 'RUN_PREPARED') {
        const entry = { worker: this, type: message.type, data: message.data, start: performance.now() };
        asked.set(message.messageId, entry);
        log.push(entry);
      }
      super.postMessage(message, ...rest);
    }
  };
  let id = 1e9;
  const again = ({ worker, type, data }) =>
    new Promise((done) => {
      id += 1;
      const entry = { start: performance.now(), done: () => done(entry.ms) };
      asked.set(id, entry);
      Native.prototype.postMessage.call(worker, { messageId: id, type, data });
    });
  window.engineLog = {
    /** What has been asked since the last time. */
    take: () => {
      const taken = log;
      log = [];
      return taken.filter((entry) => !isKeeping(entry));
    },
    replay: async (entries) => {
      const start = performance.now();
      for (const entry of entries) await again(entry);
      return performance.now() - start;
    },
  };
}
