/** axe-core on every view, light and dark, and on the empty start: nothing serious, nothing critical. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App } from './support/app';
import { openSite, type Site } from './support/browser';
import { VIEWS } from './support/views';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function faultsOf(app: App): Promise<string[]> {
  // Evaluated by the browser's tools, so the page's policy does not stand in the way.
  await app.page.evaluate(axe);
  const { violations } = await app.page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
}

describe('accessibility', () => {
  let site: Site;
  let app: App;
  beforeAll(async () => {
    site = await openSite();
    app = await App.open(site);
  });
  afterAll(() => site.close());

  it('of the empty start', async () => {
    await app.go('#/data');
    expect(await faultsOf(app)).toEqual([]);
    await app.loadSample();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it.each(VIEWS)(`of %s, ${scheme}`, async (_, hash) => {
      await app.page.emulateMedia({ colorScheme: scheme });
      await app.go(hash);
      expect(await faultsOf(app)).toEqual([]);
    });
  }
});
