/** What the app is held against, each alone in this page; `window.bench` is called from run.mjs. Times in milliseconds. */
const files = () => [...document.querySelector('input').files];
const fileOf = (word) => files().find((file) => file.name.includes(word));

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, ...result };
}

const { connect } = await import('./duckdb.js');

window.bench = {
  /** From the start of the navigation to the first answer of an engine without tables. */
  async bareStart() {
    const { connection } = await connect();
    await connection.query('SELECT 1');
    return { ms: performance.now() };
  },
  async duckdb(words) {
    const { readFiles } = await import('./duckdb.js');
    return readFiles(words.map(fileOf));
  },
  async bareScoring(word, runs) {
    const { bareScoring } = await import('./duckdb.js');
    return bareScoring(fileOf(word), runs);
  },
  async decimal(word) {
    const { scoreWithDecimal } = await import('./decimal.js');
    return scoreWithDecimal(fileOf(word));
  },
  papa: (word) =>
    timed(
      () =>
        new Promise((done, fail) => {
          const worker = new Worker(new URL('./papa.worker.js', import.meta.url), { type: 'module' });
          worker.onerror = (event) => fail(new Error(event.message));
          worker.onmessage = ({ data }) => {
            worker.terminate();
            done(data);
          };
          worker.postMessage(fileOf(word));
        }),
    ),
  async perspective(word) {
    const { start } = await import('./perspective.js');
    const perspective = await start();
    const file = fileOf(word);
    return timed(async () => {
      const worker = await perspective.worker();
      const table = await worker.table(await file.text());
      return { rows: await table.size() };
    });
  },
  async arquero(word) {
    const { fromCSV } = await import('arquero');
    const file = fileOf(word);
    return timed(async () => ({ rows: fromCSV(await file.text()).numRows() }));
  },
};
