/**
 * `1.653.000,00` or `1,653,000.00`: told per column from the whole file, never from one cell.
 * `12,34` alone tells nothing (it is a mistake in the usual style), nor does `1,234` or `1.234`.
 */
import type { NumberStyle } from '../domain/number';
import { normaliseText } from '../domain/text';

const TOKEN = /\d[\d.,]*\d/g;
const ONLY_COMMA_STYLE = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
const ONLY_POINT_STYLE =
  /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$|^\d+\.\d{1,2}$|^\d+\.\d{4,}$|^(?:0|\d{4,})\.\d+$/;
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;
const COMMA_NUMBER = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

export interface StyleEvidence {
  point: number;
  comma: number;
  /** Cells that would be another number in the other style. */
  open: number;
  example: string | null;
}

export const noEvidence = (): StyleEvidence => ({ point: 0, comma: 0, open: 0, example: null });

/** What most figures look like: one token, whose point speaks for itself. */
const PLAIN_POINT = /^\d+\.\d{1,2}$/;

export function weigh(text: string, evidence: StyleEvidence): void {
  if (PLAIN_POINT.test(text)) {
    evidence.point += 1;
    return;
  }
  for (const token of normaliseText(text).match(TOKEN) ?? []) {
    if (ONLY_COMMA_STYLE.test(token)) evidence.comma += 1;
    else if (ONLY_POINT_STYLE.test(token)) evidence.point += 1;
    else if (EITHER.test(token)) {
      evidence.open += 1;
      evidence.example ??= token;
    }
  }
}

/** What the column's own cells say, or null. */
export function styleOf({ point, comma }: StyleEvidence): NumberStyle | null {
  if (comma > point) return 'comma';
  return point > 0 ? 'point' : null;
}

/** Numbers of a comma-style cell in the usual style; other text stays. */
export function toPointStyle(text: string, style: NumberStyle): string {
  if (style === 'point') return text;
  return normaliseText(text).replace(TOKEN, (token) =>
    COMMA_NUMBER.test(token) ? token.replaceAll('.', '').replace(',', '.') : token,
  );
}
