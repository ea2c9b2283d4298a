import { describe, expect, it } from 'vitest';
import type { Inspection } from '@/import/protocol';
import { Pipeline } from '@/import/pipeline';
import { fillIn, patternOf, readAsKnown, templateOf } from '@/stores/answerTemplates';
import type { TemplateFile } from '@/workspace/journal';

const csv = '单位编码,单位名称,支出合计\n001,甲,70\n';
function inspect(...names: string[]): Inspection {
  const files = names.map((name) => ({ name, bytes: new TextEncoder().encode(csv) }));
  return new Pipeline().inspect(files);
}
const answersOf = (inspection: Inspection, given: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(
    inspection.questions.flatMap((question) => question.entries.map((entry) => [entry.id, entry.proposal])),
  ),
  ...given,
});
function kept(name: string, given: Record<string, string> = {}): Map<string, readonly TemplateFile[]> {
  const inspection = inspect(name);
  return new Map([['决算', templateOf(inspection, answersOf(inspection, given)) ?? []]]);
}

describe('named answers', () => {
  it('are filled in for the same form of another year, the year from its own name', () => {
    const next = inspect('2022年决算.csv');
    const filled = fillIn(next, kept('2021年决算.csv', { 'unit:2021年决算.csv': '亿元' }));
    expect(filled).toMatchObject({ names: ['决算'], isComplete: true });
    expect(filled.answers['unit:2022年决算.csv']).toBe('亿元');
    expect(filled.answers['year:2022年决算.csv']).toBe('2022');
  });

  it('never carry a year that was typed by hand', () => {
    const filled = fillIn(inspect('决算.csv'), kept('决算.csv', { 'year:决算.csv': '2021' }));
    expect(filled.answers['year:决算.csv']).toBeUndefined();
    expect(filled.isComplete).toBe(false);
    expect(filled.answers['stage:决算.csv']).toBe('actual');
  });

  it('keep how a file was read, and say it before the next one is opened', () => {
    const templates = kept('2021年决算.csv', { 'encoding:2021年决算.csv': 'big5', 'headerLine:2021年决算.csv': '3' });
    expect(readAsKnown(['2022年决算.csv', '别的.csv'], templates)).toEqual({
      'encoding:2022年决算.csv': 'big5',
      'headerLine:2022年决算.csv': '3',
    });
  });

  it('do not speak for another name, another kind or other headers', () => {
    const templates = kept('2021年决算.csv');
    expect(fillIn(inspect('2022年预算.csv'), templates).names).toEqual([]);
    const [file] = templates.get('决算') ?? [];
    if (!file) throw new Error('nothing was kept');
    for (const other of [
      { ...file, headers: [...file.headers, '备注'] },
      { ...file, kind: 'unit' },
    ])
      expect(fillIn(inspect('2022年决算.csv'), new Map([['决算', [other]]])).names).toEqual([]);
  });

  it('leave open what they do not answer, and answer nothing that could not have been answered so', () => {
    const templates = kept('2021年决算.csv');
    const two = fillIn(inspect('2022年决算.csv', '别的2022年决算.csv'), templates);
    expect(two.isComplete).toBe(false);
    const [file] = templates.get('决算') ?? [];
    const odd = new Map([['决算', [{ ...(file as TemplateFile), answers: { unit: '两', stage: 'actual' } }]]]);
    expect(fillIn(inspect('2022年决算.csv'), odd).answers).toEqual({ 'stage:2022年决算.csv': 'actual' });
  });

  it('the latest one that knows the form speaks', () => {
    const both = new Map([
      ...kept('2021年决算.csv'),
      ['新', kept('2021年决算.csv', { 'unit:2021年决算.csv': '元' }).get('决算') ?? []],
    ]);
    const filled = fillIn(inspect('2022年决算.csv'), both);
    expect(filled.names).toEqual(['新']);
    expect(filled.answers['unit:2022年决算.csv']).toBe('元');
  });

  it('digits of a name are general, whatever their width', () => {
    expect(patternOf('2021年/１２月 决算(3).csv')).toBe('#年/#月 决算(#).csv');
  });

  it('a drop of which nothing was asked leaves nothing to keep', () => {
    const files = [{ name: '单位表.csv', bytes: new TextEncoder().encode('单位编码,单位名称\n001,甲\n') }];
    expect(templateOf(new Pipeline().inspect(files), {})).toBeNull();
  });
});
