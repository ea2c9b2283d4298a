/** A file that becomes another table half-way is refused with the line; what only comes again is set aside. */
import { describe, expect, it } from 'vitest';
import { Pipeline } from '@/import/pipeline';
import type { ReadResult } from '@/import/protocol';

const read = (text: string): ReadResult =>
  new Pipeline().read([{ name: '2021年.csv', bytes: new TextEncoder().encode(text) }]);
const HEAD = '2021年度决算表\n编制部门：甲局,,,,单位：万元\n年度,单位编码,口径,科目,金额\n';
const ROW = '2021,1,决算,基本支出,5\n';
const NEXT = '2021,2,决算,基本支出,6\n';

describe('in the middle of a file', () => {
  it.each([
    ['the title, the unit line and the header again', HEAD, 3],
    ['a unit line of the same unit', '部门：乙局,,,,单位：万元\n', 1],
    ['the same header in other words', '预算年度,预算单位编码,口径,科目,金额（万元）\n', 1],
    ['a remark on the unit', '注：金额单位：元\n', 1],
  ])('%s is set aside', (_, text, aside) => {
    const result = read(HEAD + ROW + text + NEXT);
    expect(result.refused).toEqual([]);
    expect(result.counts).toMatchObject({ aside, rejected: 0 });
    expect(result.staging[0]?.rowCount).toBe(2);
  });

  it.each([
    ['a line that changes the unit', ',,,,单位：元\n', '从这一行起金额单位改成了元，与前面不同；请把两段拆成两个文件'],
    [
      'a header of other columns',
      '单位编码,年度,口径,科目,金额\n',
      '从这一行起是另一个表头，各列与前面的不同；请把两张表拆成两个文件',
    ],
    [
      'a header of another unit',
      '年度,单位编码,口径,科目,金额（元）\n',
      '从这一行起是另一个表头，各列与前面的不同；请把两张表拆成两个文件',
    ],
  ])('%s refuses it', (_, text, reason) => {
    const result = read(HEAD + ROW + text + NEXT);
    expect(result.refused).toEqual([{ file: '2021年.csv', line: 5, reason }]);
    expect(result.staging).toEqual([]);
  });

  it('a unit line below the last row changes nothing', () => {
    const result = read(`${HEAD}${ROW},,,,单位：元\n`);
    expect(result.refused).toEqual([]);
    expect(result.staging[0]?.rowCount).toBe(1);
  });
});
