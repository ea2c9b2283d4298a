import { describe, expect, it } from 'vitest';
import { sourceLine } from '@/import/sourceLine';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the line of a file', () => {
  const file = bytes('﻿编码,名称\r\n001,"甲\r\n局"\r\n002,乙局\r\n003,丙局');

  it.each([
    [1, '编码,名称'],
    [2, '001,"甲\n局"'],
    [4, '002,乙局'],
    [5, '003,丙局'],
    [6, null],
  ])('%i', (line, expected) => expect(sourceLine(file, line)).toBe(expected));

  it('is read in the encoding of the file', () => {
    const gbk = Uint8Array.of(0xb1, 0xe0, 0xc2, 0xeb, 0x0a, 0xbc, 0xd7); // 编码\n甲 in GBK
    expect(sourceLine(gbk, 2)).toBe('甲');
  });

  it('crosses the pieces in which a large file is read', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${String(i + 1)},一般公共预算财政拨款收入`);
    expect(sourceLine(bytes(rows.join('\n')), 50_001)).toBe('50001,一般公共预算财政拨款收入');
  });
});
