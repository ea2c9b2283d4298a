// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { composePicture, type Picture } from '@/export/chartPicture';
import { textEms, wrapText } from '@/export/pictureParts';

const picture: Picture = {
  title: '三公经费逐年下降 <&>',
  unit: '单位：万元',
  keys: [
    { label: '公务接待', mark: 'square', color: '#ffffff', pattern: 'hatch' },
    { label: '预算', mark: 'dash', color: '#000000' },
  ],
  chart: '<svg width="400" height="200" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><text>图</text></svg>',
  width: 400,
  height: 200,
  foot: ['口径：财政拨款。', '来源：各单位（合成示例）。取数：2025-03-18；绩览，全国默认。'],
  inks: { paper: '#ffffff', ink: '#000000', ink2: '#333333', sans: '"A B", sans-serif' },
};

const parse = (svg: string): Document => new DOMParser().parseFromString(svg, 'image/svg+xml');

describe('composePicture', () => {
  it('carries title, unit, key line, chart, basis, source, date and rule set', () => {
    const words = [...parse(composePicture(picture).svg).querySelectorAll('text')].map((text) => text.textContent);
    expect(words).toEqual([picture.title, '单位：万元', '公务接待', '预算', '图', ...picture.foot]);
  });

  it('is well-formed, whatever the words hold', () => {
    const { svg } = composePicture({ ...picture, title: 'a<b>&"c"\u0000\u0008', foot: ['<script>alert(1)</script>'] });
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('\u0000');
    expect(parse(svg).querySelector('parsererror')).toBeNull();
  });

  it('keeps the chart at its size and grows with what stands around it', () => {
    const small = composePicture({ ...picture, keys: [], foot: [] });
    const tall = composePicture({ ...picture, title: '很长的图题'.repeat(20), foot: ['一段很长的口径。'.repeat(20)] });
    expect(tall.height).toBeGreaterThan(small.height + 60);
    expect(tall.width).toBe(small.width);
    const inner = parse(tall.svg).querySelector('svg svg');
    expect([inner?.getAttribute('width'), inner?.getAttribute('height')]).toEqual(['400', '200']);
  });
});

describe('wrapText', () => {
  it('gives the words back, in lines that fit', () => {
    const words = '口径：决算／调整预算，预算完成率113.53%，按《国家办法》(财预〔2020〕10号)重算。'.repeat(4);
    const lines = wrapText(words, 12, 200);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    // A mark that may not begin a line may stand out by its own width.
    for (const line of lines) expect(textEms(line) * 12).toBeLessThanOrEqual(200 + 3 * 12);
  });

  it('never parts a figure nor begins a line with a stop', () => {
    for (const line of wrapText('共计113.53，'.repeat(30), 12, 90)) {
      expect(line).not.toMatch(/^[，.]/);
      expect(line).not.toMatch(/\d\.$/);
    }
  });
});
