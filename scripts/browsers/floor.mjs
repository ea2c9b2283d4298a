/**
 * The oldest browsers that offices have, and what MDN's data say about them: Chromium 109 is the last on Windows 7
 * and the base of many domestic browsers, Firefox 128 an ESR. The same two stand in vite.config.ts as build target.
 */
import { createRequire } from 'node:module';

export const FLOOR = { chrome: 109, firefox: 128 };
/** What these two browsers parse in full. */
export const ECMA_VERSION = 2022;

const require = createRequire(import.meta.url);
export const mdn = require('@mdn/browser-compat-data');

const plainly = ({ flags, prefix, alternative_name: other }) => !flags && !prefix && !other;

function since(support) {
  const entries = (Array.isArray(support) ? support : support ? [support] : []).filter(plainly);
  const versions = entries.map(({ version_added: added, version_removed: removed }) => {
    if (typeof added !== 'string' || added === 'preview' || typeof removed === 'string') return Infinity;
    return Number.parseFloat(added.replace('≤', ''));
  });
  return Math.min(Infinity, ...versions);
}

/** The browsers of the floor that do not have it, as words; empty if all have it or nothing is known. */
export function lackedBy(compat) {
  if (!compat?.support) return [];
  return Object.entries(FLOOR)
    .filter(([browser, version]) => since(compat.support[browser]) > version)
    .map(([browser]) => {
      const version = since(compat.support[browser]);
      return `${browser} ${version === Infinity ? 'never' : `from ${version}`}`;
    });
}
