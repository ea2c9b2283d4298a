/**
 * A chart as a picture that stands alone: title, unit at the top right, key line, the chart, basis, source, date.
 * Everything is SVG text and shapes; the PNG is that SVG drawn on a canvas at twice the size.
 */
import type { KeyEntry } from './keyEntry';
import { escapeXml, keyLine, text, wrapText } from './pictureParts';

export interface PictureInks {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly sans: string;
}

export interface Picture {
  readonly title: string;
  readonly sub?: string | undefined;
  /** `单位：万元`, as printed. */
  readonly unit?: string | undefined;
  readonly keys: readonly KeyEntry[];
  /** The chart's own SVG, `width` wide and `height` high. */
  readonly chart: string;
  readonly width: number;
  readonly height: number;
  /** Lines below: basis, source, date and rule set. */
  readonly foot: readonly string[];
  readonly inks: PictureInks;
}

const MARGIN = 26;
const TITLE_SIZE = 18;
const TITLE_LINE = 26;
const SMALL = 12;
const KEY_SIZE = 13;
const FOOT_LINE = 19;
const PNG_SCALE = 2;

export interface PictureSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function composePicture(picture: Picture): PictureSvg {
  const { inks } = picture;
  const width = picture.width + 2 * MARGIN;
  const inner = picture.width;
  const unitRoom = picture.unit ? picture.unit.length * KEY_SIZE + 16 : 0;
  const parts: string[] = [];
  let y = MARGIN;
  wrapText(picture.title, TITLE_SIZE, inner - unitRoom).forEach((line, index) => {
    parts.push(text(line, MARGIN, y + TITLE_LINE / 2, { size: TITLE_SIZE, weight: 600, fill: inks.ink }));
    if (index === 0 && picture.unit) {
      parts.push(
        text(picture.unit, width - MARGIN, y + TITLE_LINE / 2 + 2, { size: KEY_SIZE, fill: inks.ink2, anchor: 'end' }),
      );
    }
    y += TITLE_LINE;
  });
  for (const line of picture.sub ? wrapText(picture.sub, SMALL, inner) : []) {
    parts.push(text(line, MARGIN, y + FOOT_LINE / 2, { size: SMALL, fill: inks.ink2 }));
    y += FOOT_LINE;
  }
  y += 6;
  if (picture.keys.length > 0) {
    const keys = keyLine(picture.keys, {
      x: MARGIN,
      y,
      width: inner,
      size: KEY_SIZE,
      ink: inks.ink,
      paper: inks.paper,
    });
    parts.push(keys.svg);
    y += keys.height + 4;
  }
  parts.push(nest(picture.chart, MARGIN, y, picture.width, picture.height));
  y += picture.height + 8;
  for (const line of picture.foot.flatMap((entry) => wrapText(entry, SMALL, inner))) {
    parts.push(text(line, MARGIN, y + FOOT_LINE / 2, { size: SMALL, fill: inks.ink2 }));
    y += FOOT_LINE;
  }
  const height = Math.ceil(y + MARGIN - 6);
  const size = `width="${String(width)}" height="${String(height)}"`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size} ` +
    `viewBox="0 0 ${String(width)} ${String(height)}" font-family="${escapeXml(inks.sans)}">` +
    `<title>${escapeXml(picture.title)}</title><desc>${escapeXml(picture.foot.join(' '))}</desc>` +
    `<rect ${size} fill="${inks.paper}"/>${parts.join('')}</svg>`;
  return { svg, width, height };
}

/** The chart's SVG as an inner `<svg>` at its place. */
function nest(chart: string, x: number, y: number, width: number, height: number): string {
  const start = chart.indexOf('<svg');
  const body = chart.slice(start);
  const place = `x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}"`;
  return body.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replace(/\s(?:x|y|width|height)="[^"]*"/g, '');
    return `<svg${kept} ${place}>`;
  });
}

export function svgBlob(svg: string): Blob {
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', svg], { type: 'image/svg+xml;charset=utf-8' });
}

export async function pngBlob(picture: PictureSvg): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(picture.svg));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * PNG_SCALE;
    canvas.height = picture.height * PNG_SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser gives no canvas to draw on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('the picture is too large for this browser'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
