/** What a worker read before it was asked to is what it gives, as long as it is asked for just that. */
import { describe, expect, it } from 'vitest';
import { Pipeline } from '@/import/pipeline';
import type { Answers, ReadResult, SourceFile } from '@/import/protocol';

const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const FINANCE = file(
  '预算与决算.csv',
  '年度,单位编码,单位名称,口径,科目,金额,金额单位\n2021,001,甲局,决算,收入合计,5,万元\n2021,001,甲局,决算,支出合计,x,万元\n',
);
const YEARLESS = file('某局决算.csv', '单位编码,单位名称,科目,金额（万元）\n001,甲局,收入合计,5\n');
const INDICATORS = file(
  '绩效指标.csv',
  '年度,单位编码,单位名称,指标名称,目标值,完成值,分值,自评得分\n2021,001,甲局,路灯,10,9,10,9\n',
);

function readAhead(files: readonly SourceFile[], answers: Answers): { pipeline: Pipeline; wasRead: () => boolean } {
  const pipeline = new Pipeline();
  pipeline.inspect(files, answers);
  pipeline.readAhead(files, answers);
  let told = 0;
  const read = pipeline.read.bind(pipeline);
  pipeline.read = (own, its) => read(own, its, () => (told += 1));
  return { pipeline, wasRead: () => told === 0 };
}

const plainly = (files: readonly SourceFile[], answers: Answers = {}): ReadResult =>
  new Pipeline().read(files, answers);

describe('reading ahead', () => {
  it('gives what reading gives, also under answers that are about other files', () => {
    for (const answers of [{}, { 'year:别的.csv': '2020' }]) {
      const { pipeline, wasRead } = readAhead([FINANCE], {});
      expect(pipeline.read([FINANCE], answers)).toEqual(plainly([FINANCE]));
      expect(wasRead()).toBe(true);
    }
  });

  it('counts for nothing under other answers, for other files, and a second time', () => {
    const asked: [readonly SourceFile[], Answers][] = [
      [[FINANCE], { 'headerRows:预算与决算.csv': '1' }],
      [[FINANCE, YEARLESS], {}],
      [[{ name: FINANCE.name, bytes: YEARLESS.bytes }], {}],
    ];
    for (const [files, answers] of asked) {
      const { pipeline, wasRead } = readAhead([FINANCE], {});
      expect(pipeline.read(files, answers)).toEqual(plainly(files, answers));
      expect(wasRead()).toBe(false);
    }
    const { pipeline, wasRead } = readAhead([FINANCE], {});
    pipeline.read([FINANCE]);
    expect(pipeline.read([FINANCE])).toEqual(plainly([FINANCE]));
    expect(wasRead()).toBe(false);
  });

  it('is not done of what asks something, nor of indicators', () => {
    const answers = { 'year:某局决算.csv': '2021' };
    for (const files of [[YEARLESS], [INDICATORS], [FINANCE, INDICATORS]]) {
      const { pipeline, wasRead } = readAhead(files, answers);
      expect(pipeline.read(files, answers)).toEqual(plainly(files, answers));
      expect(wasRead()).toBe(false);
    }
  });
});
