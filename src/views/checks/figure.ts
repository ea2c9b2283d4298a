/** A finding's figures: numbers set as everywhere, grades and values with their unit as they stand. */
import { figureText } from '@/components/figure';

const PLAIN = /^-?\d+(?:\.\d+)?$/;

export const isPlain = (text: string | null): boolean => text !== null && PLAIN.test(text);

export const foundText = (text: string | null): string =>
  text === null || text === '' ? '—' : isPlain(text) ? figureText(text, { minPlaces: 2 }) : text;
