/** The check of the oldest browsers must be able to fail. */
import { describe, expect, it } from 'vitest';
import { FLOOR } from '../../scripts/browsers/floor.mjs';
import { checkScripts } from '../../scripts/browsers/javascript.mjs';
import { checkStyles } from '../../scripts/browsers/stylesheet.mjs';
import { BROWSER_FLOOR } from '../../vite.config';

const script = (text: string): string[] => checkScripts([{ path: 'a.js', text }]).map(({ what }) => what);
const style = (text: string): string[] => checkStyles([{ path: 'a.css', text }]).map(({ what }) => what);

describe('the floor', () => {
  it('is the target that the app is built for', () => {
    expect(Object.entries(FLOOR).map(([browser, version]) => `${browser}${String(version)}`)).toEqual(BROWSER_FLOOR);
  });
});

describe('a script is refused', () => {
  it.each([
    ['syntax of ES2024 (regex v flag)', 'export const a = /[\\p{L}--[a-z]]/v;', /^syntax/],
    ['syntax of ES2025 (using)', 'using a = b();', /^syntax/],
    ['a new array method', 'export const a = [3, 1].toSorted();', /^\.toSorted$/],
    ['a new set method', 'export const a = new Set().union(new Set());', /^\.union$/],
    ['a new static', 'export const a = Promise.withResolvers();', /^Promise\.withResolvers$/],
    ['a new static of an old global', 'export const a = Object.groupBy([], String);', /^Object\.groupBy$/],
    ['a new global', 'export const a = new CloseWatcher();', /^CloseWatcher$/],
    ['a new method of the page', 'document.startViewTransition(() => {});', /^\.startViewTransition$/],
  ])('%s', (_, text, what) => {
    expect(script(text)).toEqual([expect.stringMatching(what)]);
  });
});

describe('a script passes', () => {
  it.each([
    [
      'what the floor has',
      'export class A { static #b = 1; static { A.c = [1].at(-1)?.toFixed(2) ?? structuredClone({}); } }',
    ],
    ['findLast, which is newer than ES2022 but there', 'export const a = [1].findLast(Boolean);'],
    ['a thing that is asked for first', 'if (document.startViewTransition) document.startViewTransition(() => {});'],
    ['an optional call', 'document.startViewTransition?.(() => {});'],
    [
      'a global asked for with typeof',
      "export const a = typeof CloseWatcher === 'undefined' ? null : new CloseWatcher();",
    ],
    ['an own method of the same name', 'class A { union(b) { return b; } } new A().union(1);'],
    ['an own variable of the same name', 'const CloseWatcher = class {}; new CloseWatcher();'],
    ['a classic script', 'var a = function () { return arguments.length; }; a();'],
  ])('%s', (_, text) => {
    expect(script(text)).toEqual([]);
  });
});

describe('a stylesheet', () => {
  it.each([
    ['nested rules', 'a { b { color: red } }', ['nested rule']],
    ['a new function', 'a { color: light-dark(red, blue) }', ['light-dark()']],
    ['a new function in a token', ':root { --a: color-mix(in srgb, red, blue) }', ['color-mix()']],
    ['a new property', 'a { field-sizing: content }', ['field-sizing', 'field-sizing: content']],
    ['a new value', 'a { text-wrap: pretty }', ['text-wrap', 'text-wrap: pretty']],
    ['a new at-rule', '@starting-style { a { color: red } }', ['@starting-style']],
    ['a new selector', 'a:open { color: red }', [':open']],
  ])('is refused for %s', (_, text, what) => {
    expect(style(text)).toEqual(what);
  });

  it.each([
    ['what the floor has', '@layer a { a:has(b):focus-visible { inset: 0; color: rgb(0 0 0 / 50%) } }'],
    ['a fallback by @supports', '@supports (field-sizing: content) { a { field-sizing: content } }'],
    ['a print page', '@page { size: A4; margin: 1cm }'],
  ])('passes with %s', (_, text) => {
    expect(style(text)).toEqual([]);
  });
});
