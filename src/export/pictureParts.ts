/** Small SVG pieces of an exported picture: text, wrapped lines, the key line with its patterns. */
import type { KeyEntry } from './keyEntry';

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 has no way to write. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export const escapeXml = (value: string): string =>
  value.replace(UNWRITABLE, '').replace(/[&<>"]/g, (character) => XML[character] ?? character);

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'end';
}

/** `y` is the middle of the line; the baseline is set by number, as readers differ on `dominant-baseline`. */
export function text(value: string, x: number, y: number, style: TextStyle): string {
  const anchor = style.anchor ? ` text-anchor="${style.anchor}"` : '';
  const weight = style.weight ? ` font-weight="${String(style.weight)}"` : '';
  const baseline = round(y + style.size * 0.36);
  return `<text x="${round(x)}" y="${baseline}" font-size="${String(style.size)}" fill="${style.fill}"${weight}${anchor}>${escapeXml(value)}</text>`;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Width in ems: han and full-width forms 1, others by rough classes. Good to a few per cent, on the safe side. */
export function textEms(value: string): number {
  let ems = 0;
  for (const character of value) {
    if (/[\u1100-\u115F\u2014\u2018-\u201D\u2026\u2460-\u24FF\u2500-\u27BF\u2E80-\uFFEF]/.test(character)) ems += 1;
    else if (/[MW@%]/.test(character)) ems += 0.95;
    else if (/[A-Z]/.test(character)) ems += 0.68;
    else if (/[ .,:;'|!iljI()]/.test(character)) ems += 0.32;
    else ems += 0.58;
  }
  return ems;
}

/** May not begin a line. */
const NOT_FIRST = /^[，。；：、！？）】〕》”’％%,.;:)\]]/;

/** Lines no wider than `width`; breaks between han anywhere, inside a word or figure never. */
export function wrapText(value: string, size: number, width: number): string[] {
  const pieces = value.match(/[A-Za-z0-9.,%+\-\u2212/]+|\s+|[\s\S]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textEms(line + piece) * size > width && !NOT_FIRST.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

interface KeyBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly ink: string;
  readonly paper: string;
}

const SWATCH = { width: 18, height: 12 };
const LINE_WIDTH = 24;
const ROW = 22;
const GAP = 20;

export function keyLine(entries: readonly KeyEntry[], box: KeyBox): { readonly svg: string; readonly height: number } {
  let x = box.x;
  let y = box.y + ROW / 2;
  const parts: string[] = [];
  for (const entry of entries) {
    const mark =
      entry.mark === 'square' ? SWATCH.width : entry.mark === 'line' || entry.mark === 'dash' ? LINE_WIDTH : 12;
    const width = mark + 6 + textEms(entry.label) * box.size;
    if (x > box.x && x + width > box.x + box.width) {
      x = box.x;
      y += ROW;
    }
    parts.push(keyMark(entry, x, y, box), text(entry.label, x + mark + 6, y, { size: box.size, fill: box.ink }));
    x += width + GAP;
  }
  return { svg: parts.join(''), height: y + ROW / 2 - box.y };
}

function keyMark(entry: KeyEntry, x: number, y: number, box: KeyBox): string {
  const { color } = entry;
  switch (entry.mark) {
    case 'square':
      return swatch(entry, x, y - SWATCH.height / 2, box);
    case 'dot':
      return `<circle cx="${round(x + 6)}" cy="${round(y)}" r="4.5" fill="${color}"/>`;
    case 'ring':
      return `<circle cx="${round(x + 6)}" cy="${round(y)}" r="4" fill="${box.paper}" stroke="${color}" stroke-width="1.5"/>`;
    case 'tick':
      return `<path d="M${round(x + 6)} ${round(y - 6)}v12" stroke="${color}" stroke-width="2"/>`;
    case 'line':
    case 'dash': {
      const dash = entry.mark === 'dash' ? ' stroke-dasharray="5 3"' : '';
      const line = `<path d="M${round(x)} ${round(y)}h${String(LINE_WIDTH)}" stroke="${color}" stroke-width="${entry.mark === 'dash' ? '1.6' : '2'}"${dash}/>`;
      return line + (entry.symbol ? symbolMark(entry.symbol, x + LINE_WIDTH / 2, y, color) : '');
    }
  }
}

function symbolMark(symbol: NonNullable<KeyEntry['symbol']>, x: number, y: number, color: string): string {
  const at = (dx: number, dy: number): string => `${round(x + dx)} ${round(y + dy)}`;
  switch (symbol) {
    case 'circle':
      return `<circle cx="${round(x)}" cy="${round(y)}" r="3.5" fill="${color}"/>`;
    case 'rect':
      return `<rect x="${round(x - 3.5)}" y="${round(y - 3.5)}" width="7" height="7" fill="${color}"/>`;
    case 'triangle':
      return `<path d="M${at(0, -4.5)}L${at(4.5, 3.5)}L${at(-4.5, 3.5)}Z" fill="${color}"/>`;
    case 'diamond':
      return `<path d="M${at(0, -5)}L${at(5, 0)}L${at(0, 5)}L${at(-5, 0)}Z" fill="${color}"/>`;
  }
}

/** A filled square; on paper with its edge in ink, and hatched or dotted as the bars are. */
function swatch(entry: KeyEntry, x: number, y: number, box: KeyBox): string {
  const { width, height } = SWATCH;
  const edge = entry.pattern ? ` stroke="${box.ink}" stroke-width="1"` : '';
  const parts = [
    `<rect x="${round(x)}" y="${round(y)}" width="${String(width)}" height="${String(height)}" fill="${entry.color}"${edge}/>`,
  ];
  if (entry.pattern === 'hatch') {
    for (let d = 4; d < width + height; d += 4.8) {
      const from = `${round(x + Math.min(d, width))} ${round(y + Math.max(0, d - width))}`;
      const to = `${round(x + Math.max(0, d - height))} ${round(y + Math.min(d, height))}`;
      parts.push(`<path d="M${from}L${to}" stroke="${box.ink}" stroke-width="1"/>`);
    }
  }
  if (entry.pattern === 'dots') {
    for (let dx = 4; dx < width - 1; dx += 5) {
      for (let dy = 3.5; dy < height - 1; dy += 5) {
        parts.push(`<circle cx="${round(x + dx)}" cy="${round(y + dy)}" r="0.95" fill="${box.ink}"/>`);
      }
    }
  }
  return parts.join('');
}
