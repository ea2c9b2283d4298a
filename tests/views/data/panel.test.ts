// @vitest-environment happy-dom
/** The sheet of a drop: raw beside read, what is set by hand, and what becomes of answers when a file is read anew. */
import { nextTick } from 'vue';
import { afterEach, describe, expect, it } from 'vitest';
import { Pipeline } from '@/import/pipeline';
import type { Answers, Inspection } from '@/import/protocol';
import { answersAfter, formOf, readAsFound, readOtherwise } from '@/views/data/fileForm';
import ImportPanel from '@/views/data/ImportPanel.vue';
import { mount, type Mounted } from '../../support/mount';

const encoder = new TextEncoder();
const inspect = (files: Readonly<Record<string, string>>, answers: Answers = {}): Inspection =>
  new Pipeline().inspect(
    Object.entries(files).map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
    answers,
  );
const FILES = {
  '2021年决算.csv': '2021年决算\n单位编码,科目,金额,备注\n1,基本支出,"1,234.50",\n1,项目支出,12.3.4,无\n合计,,1,\n',
  '坏.csv': '甲,乙\n1,2\n',
};

let panel: Mounted | null = null;
afterEach(() => {
  panel?.unmount();
  panel = null;
});
async function open(inspection: Inspection, more: Record<string, unknown> = {}): Promise<Mounted> {
  const props = { inspection, given: { answers: {}, replaces: null }, filled: {}, busy: false, ...more };
  panel = await mount(ImportPanel, props);
  return panel;
}
const texts = (mounted: Mounted, selector: string): string[] =>
  mounted.all(selector).map((cell) => cell.textContent.replace(/[\s\u00a0]+/g, ' ').trim());

describe('the sheet of a drop', () => {
  it('shows the first lines with their numbers, each value beside what it is read as', async () => {
    const mounted = await open(inspect(FILES));
    expect(texts(mounted, '.raw tbody tr:nth-child(3) td')).toEqual([
      '3',
      '1',
      '基本支出',
      '1,234.50 → 1234.5 万元',
      '',
      '',
    ]);
    expect(texts(mounted, '.raw .bad')).toEqual(['12.3.4']);
    expect(texts(mounted, '.raw td.role').slice(0, 2)).toEqual(['标题、单位行', '表头']);
    expect(texts(mounted, '.raw thead th').at(4)).toBe('不导入全空');
  });

  it('lets a refused file be read in another way', async () => {
    const asked: Answers[] = [];
    const mounted = await open(inspect(FILES), { onAgain: (answers: Answers) => asked.push(answers) });
    mounted.all('.files button')[1]?.click();
    await nextTick();
    expect(mounted.find('.refused').textContent).toContain('看不出是哪一类表');
    const encoding = mounted.find<HTMLSelectElement>('.readas select');
    encoding.value = 'big5';
    encoding.dispatchEvent(new Event('change'));
    await nextTick();
    expect(asked).toEqual([
      {
        'unit:2021年决算.csv': '万元',
        'year:2021年决算.csv': '2021',
        'stage:2021年决算.csv': 'actual',
        'encoding:坏.csv': 'big5',
      },
    ]);
  });

  it('confirms with the proposals and with what was set by hand', async () => {
    const confirmed: Answers[] = [];
    const given = { answers: { 'encoding:2021年决算.csv': 'utf-8', 'unit:2021年决算.csv': '元' }, replaces: 3 };
    const mounted = await open(inspect(FILES, given.answers), {
      given,
      onConfirm: (answers: Answers) => confirmed.push(answers),
    });
    expect(mounted.find('[data-testid=import-confirm]').textContent.trim()).toBe('按这样重新读入 1 个文件，3 行');
    mounted.find('[data-testid=import-confirm]').click();
    expect(confirmed[0]).toEqual({
      'year:2021年决算.csv': '2021',
      'stage:2021年决算.csv': 'actual',
      ...given.answers,
    });
  });
});

describe('answers of a file that is read anew', () => {
  const before = { 'unit:a': '元', 'encoding:a': 'big5', 'unit:b': '万元', 'headerLine:b': '2' };
  it('are dropped, but not those of the others', () => {
    expect(readOtherwise(before, 'a', 'delimiter', 'tab')).toEqual({
      'encoding:a': 'big5',
      'delimiter:a': 'tab',
      'unit:b': '万元',
      'headerLine:b': '2',
    });
    expect(readAsFound(before, 'a')).toEqual({ 'unit:b': '万元', 'headerLine:b': '2' });
  });
  it('stay where they are still asked', () => {
    expect(answersAfter({ 'unit:a': '万元', 'year:a': '2021' }, before, ['a', 'b'])).toEqual({
      'unit:a': '元',
      'year:a': '2021',
      'encoding:a': 'big5',
      'headerLine:b': '2',
    });
  });
  it('are of a file that is there', () => {
    expect(formOf(inspect(FILES), '没有.csv')).toBeNull();
    expect(formOf(inspect(FILES), '坏.csv')).toMatchObject({ headerLine: null, headerRows: null, summary: null });
  });
});
