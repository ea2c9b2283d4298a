/** What would break the page's policy, or need a browser newer than the floor, must not get in. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const filesOf = (extension: string): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .map((path) => `src/${path}`);

const html = readFileSync('index.html', 'utf8');
const templates = filesOf('.vue').map((path) => {
  const source = readFileSync(path, 'utf8');
  return { path, template: source.slice(source.indexOf('<template>')) };
});
const sheets = filesOf('.css').map((path) => ({
  path,
  css: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));

describe('index.html', () => {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';

  it('allows nothing but our own files, inline code and styles least of all', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
  });

  it('asks no other host and holds no inline script or style', () => {
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
  });
});

describe('templates', () => {
  it('are found', () => {
    expect(templates.length).toBeGreaterThan(15);
  });

  it.each(templates)(
    '$path sets no style attribute (Vue may write it by innerHTML) and no raw HTML',
    ({ template }) => {
      expect(template).not.toMatch(/\sstyle="/);
      expect(template).not.toMatch(/v-html|innerHTML/);
    },
  );
});

describe('style sheets', () => {
  it.each(sheets)('$path uses no raw colour outside the tokens and nothing above the floor', ({ path, css }) => {
    if (!path.endsWith('tokens.css')) expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i);
    expect(css).not.toMatch(
      /color-mix\(|@container|@layer|@scope|light-dark\(|:has\(|field-sizing|anchor-name|text-wrap/,
    );
    // Nesting: a rule opened inside a rule that is not an at-rule.
    const open: boolean[] = [];
    for (const [, head = '', brace = ''] of css.matchAll(/([^{}]*)([{}])/g)) {
      if (brace === '}') open.pop();
      else {
        const atRule = head.trim().split(';').pop()?.trim().startsWith('@') ?? false;
        expect(open.at(-1) === false, `nested rule ${head.trim()}`).toBe(false);
        open.push(atRule);
      }
    }
  });
});
