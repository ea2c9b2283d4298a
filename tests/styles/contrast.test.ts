/** The pairs that text and marks rest on, at the ratios that WCAG 2 asks, computed from tokens.css itself. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** Declarations of every rule whose selector list names the theme, later ones over earlier ones. */
function tokensOf(theme: 'light' | 'dark' | 'print'): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selector.includes(':root') && !selector.includes(`"${theme}"`) && !selector.includes(`'${theme}'`)) continue;
    if (selector.trim().startsWith('@')) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) tokens.set(name, value.trim());
  }
  return tokens;
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = channels;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: [string, string][] = [
  ['ink', 'paper'],
  ['ink-2', 'paper'],
  ['ink-3', 'paper'],
  ['ink-3', 'paper-2'],
  ['ink-3', 'accent-weak'],
  ['accent', 'paper'],
  ['accent', 'accent-weak'],
  ['accent', 'paper-2'],
  ['on-accent', 'accent'],
  ['error', 'paper'],
  ['error', 'paper-2'],
  ['error', 'accent-weak'],
  ['warn', 'paper'],
  ['warn', 'warn-weak'],
  ['note', 'paper'],
  ['heat-4-ink', 'heat-4'],
  ['heat-5-ink', 'heat-5'],
  ['ink', 'heat-3'],
  ['ink-2', 'paper-2'],
  ['ink-2', 'paper-3'],
];
const MARKS: [string, string][] = [
  ['i-overseas', 'paper'],
  ['i-operation', 'paper'],
  ['i-reception', 'paper'],
  ['i-purchase', 'paper'],
  ['s-actual', 'paper'],
  ['s-budget', 'paper'],
  ['s-actual', 's-budget-fill'],
  ['field', 'paper'],
  ['focus', 'paper'],
];

describe.each(['light', 'dark', 'print'] as const)('contrast in %s', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string): string => {
    const value = tokens.get(name) ?? '';
    expect(value, name).toMatch(/^#[0-9a-f]{6}$/i);
    return value;
  };

  it.each(TEXT)('%s on %s carries text (4.5)', (ink, paper) => {
    expect(contrast(colour(ink), colour(paper))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(MARKS)('%s on %s can be told (3)', (mark, paper) => {
    expect(contrast(colour(mark), colour(paper))).toBeGreaterThanOrEqual(3);
  });
  it('tells the four items apart in grey', () => {
    const greys = ['i-overseas', 'i-operation', 'i-reception', 'i-purchase']
      .map((name) => luminance(colour(name)))
      .sort((a, b) => a - b);
    for (let index = 1; index < greys.length; index += 1) {
      expect(((greys[index] ?? 0) + 0.05) / ((greys[index - 1] ?? 0) + 0.05)).toBeGreaterThan(1.15);
    }
  });
});

it('finds the values that the page of the design states', () => {
  expect(contrast('#15181c', '#ffffff')).toBeCloseTo(17.81, 2);
});
