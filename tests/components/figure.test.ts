import { describe, expect, it } from 'vitest';
import { figureParts, figureText, placesOf } from '@/components/figure';

describe('figureText', () => {
  it.each([
    ['2297121.03', { minPlaces: 2 }, '2,297,121.03'],
    ['-18536.16', { minPlaces: 2 }, '\u221218,536.16'],
    ['1234567890123456.789', {}, '1,234,567,890,123,456.789'],
    ['15', { minPlaces: 2 }, '15.00'],
    ['14.985', { minPlaces: 2 }, '14.985'],
    ['13.95', { signed: true }, '+13.95'],
    ['0', { signed: true }, '0'],
    ['-0.00', { signed: true }, '0.00'],
    ['999', {}, '999'],
    ['2021', { grouped: false }, '2021'],
    [1000, {}, '1,000'],
    ['基数为0，不可比', {}, '基数为0，不可比'],
  ])('sets %s as it is read', (value, options, text) => {
    expect(figureText(value, options)).toBe(text);
  });

  it('shows nothing as a dash, and zero as zero', () => {
    expect(figureText(null)).toBe('—');
    expect(figureText('')).toBe('—');
    expect(figureText('0')).toBe('0');
  });
});

describe('figureParts', () => {
  it('keeps the points of a column in line', () => {
    const column = ['15', '14.985', '9.5', '0'];
    const places = Math.max(...column.map(placesOf));
    expect(column.map((value) => figureParts(value, { places }))).toEqual([
      { text: '15', ghost: '.000' },
      { text: '14.985', ghost: '' },
      { text: '9.5', ghost: '00' },
      { text: '0', ghost: '.000' },
    ]);
  });
});

describe('places of a column', () => {
  it('are counted as the figure is written', () => {
    const texts = [
      '',
      '-',
      '.',
      '.5',
      '5.',
      '1.2.3',
      '1e5',
      '-0.5',
      '+7.250',
      '1.000',
      '98.1300000000',
      '0.0',
      '12',
      'x.50',
    ];
    for (const digits of ['0', '5', '10', '00', '000', '050', '500', '1234567890']) {
      texts.push(`0.${digits}`, `-3.${digits}`, `9.${digits}a`);
    }
    for (const text of texts) {
      const [, fraction = ''] = /^[+-]?\d+\.(\d+)$/.exec(text) ?? [];
      expect([text, placesOf(text)]).toEqual([text, fraction.replace(/^(\d\d\d*?)0+$/, '$1').length]);
    }
    expect([placesOf(null), placesOf(7), placesOf(0.5), placesOf(true)]).toEqual([0, 0, 1, 0]);
  });
});
