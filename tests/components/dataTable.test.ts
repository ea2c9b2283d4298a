// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import DataTable from '@/components/DataTable.vue';
import { sortRows, type TableColumn } from '@/components/table';
import { mount, press, type Mounted } from '../support/mount';

const columns: TableColumn[] = [
  { key: 'name', label: '单位', link: (row) => `#/units/${String(row.code)}` },
  { key: 'grade', label: '等级' },
  { key: 'amount', label: '决算', unit: '万元', kind: 'exact' },
];
const rows = [
  { code: '1', name: '甲局', grade: '优', amount: '9007199254740993' },
  { code: '2', name: '乙局', grade: '良', amount: null },
  { code: '3', name: '丙局', grade: '差', amount: '9007199254740992.5' },
  { code: '4', name: '丁局', grade: '差', amount: '-10' },
];

let table: Mounted | null = null;
afterEach(() => {
  table?.unmount();
  table = null;
});
const open = async (props: Record<string, unknown> = {}): Promise<Mounted> => {
  table = await mount(DataTable, { columns, rows, rowKey: 'code', label: '排名', sortable: true, ...props });
  return table;
};
const names = (mounted: Mounted): string[] =>
  mounted.all('tbody td:first-child').map((cell) => cell.textContent.trim());

describe('sortRows', () => {
  it('tells apart what a float cannot, and keeps missing last both ways', () => {
    const amount = columns[2];
    expect(sortRows(rows, amount, 'up').map((row) => row.code)).toEqual(['4', '3', '1', '2']);
    expect(sortRows(rows, amount, 'down').map((row) => row.code)).toEqual(['1', '3', '4', '2']);
  });

  it('sorts text as Chinese is sorted, digits by value, and leaves its input alone', () => {
    const before = [{ n: '第10区' }, { n: '第9区' }, { n: '安区' }];
    expect(sortRows(before, { key: 'n', label: '' }, 'up').map((row) => row.n)).toEqual(['安区', '第9区', '第10区']);
    expect(before[0]?.n).toBe('第10区');
  });

  it('puts what is no figure behind the figures of its column, and what is missing behind both', () => {
    const mixed = ['-', '9', null, '-10', '甲', '+10'].map((k) => ({ k }));
    const sorted = (direction: 'up' | 'down') =>
      sortRows(mixed, { key: 'k', label: '', kind: 'exact' }, direction).map((row) => row.k);
    expect(sorted('up')).toEqual(['-10', '9', '+10', '-', '甲', null]);
    expect(sorted('down')).toEqual(['+10', '9', '-10', '甲', '-', null]);
  });

  it('keeps the order of equals', () => {
    const equals = [
      { k: '1.0', i: 'a' },
      { k: '1.00', i: 'b' },
      { k: '1', i: 'c' },
    ];
    expect(sortRows(equals, { key: 'k', label: '', kind: 'exact' }, 'down').map((row) => row.i)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('DataTable', () => {
  it('is a grid with figures to the right, the unit in the head, and a reason for what is missing', async () => {
    const shown = await open({ columns: [columns[0], { ...columns[2], missing: '决算表没有这一行' }] });
    expect(shown.find('table').getAttribute('role')).toBe('grid');
    expect(shown.all('thead th').map((cell) => cell.textContent.trim())).toEqual(['单位', '决算（万元）']);
    const cells = shown.all('tbody td.n');
    expect(cells.map((cell) => cell.textContent)).toEqual([
      '9,007,199,254,740,993.00',
      '—',
      '9,007,199,254,740,992.50',
      '−10.00',
    ]);
    expect(cells[1]?.querySelector('.na')?.getAttribute('title')).toBe('决算表没有这一行');
    expect(shown.find<HTMLAnchorElement>('tbody a').getAttribute('href')).toBe('#/units/1');
  });

  it('sorts by its heads and says so', async () => {
    const shown = await open();
    const head = shown.all('thead button')[2];
    head?.click();
    await press(shown.root, 'x');
    expect(names(shown)).toEqual(['甲局', '丙局', '丁局', '乙局']);
    expect(shown.all('th')[2]?.getAttribute('aria-sort')).toBe('descending');
    head?.click();
    await press(shown.root, 'x');
    expect(names(shown)).toEqual(['丁局', '丙局', '甲局', '乙局']);
    head?.click();
    await press(shown.root, 'x');
    expect(names(shown)).toEqual(['甲局', '乙局', '丙局', '丁局']);
    expect(shown.all('[aria-sort]')).toHaveLength(0);
  });

  it('has one stop for Tab and moves by arrows', async () => {
    const opened: unknown[] = [];
    const shown = await open({ openable: true, onOpen: (row: unknown) => opened.push(row) });
    const stops = (): HTMLElement[] => shown.all('[tabindex="0"]');
    expect(stops()).toHaveLength(1);
    stops()[0]?.focus();
    await press(document.activeElement ?? shown.root, 'ArrowDown');
    await press(document.activeElement ?? shown.root, 'ArrowRight');
    const cell = document.activeElement as HTMLElement;
    expect([cell.dataset.row, cell.dataset.column]).toEqual(['1', '1']);
    expect(stops()).toEqual([cell]);
    await press(cell, 'Enter');
    expect(opened).toEqual([rows[1]]);
    await press(cell, 'End', { ctrlKey: true });
    expect((document.activeElement as HTMLElement).dataset.row).toBe('3');
    await press(document.activeElement ?? cell, 'Home', { ctrlKey: true });
    expect(document.activeElement?.tagName).toBe('A');
    await press(document.activeElement ?? cell, 'ArrowUp');
    expect(document.activeElement?.closest('th')?.textContent.trim()).toBe('单位');
  });

  it('opens a row by a click, but leaves links to themselves', async () => {
    const opened: unknown[] = [];
    const shown = await open({ openable: true, onOpen: (row: unknown) => opened.push(row) });
    shown.all('tbody a')[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(opened).toEqual([]);
    shown.all('tbody tr')[2]?.querySelectorAll('td')[1]?.click();
    expect(opened).toEqual([rows[2]]);
  });

  it('sets a total and says when there are no rows', async () => {
    const shown = await open({ total: { name: '合计', amount: '5' } });
    expect(shown.all('tfoot td').map((cell) => cell.textContent)).toEqual(['合计', '', '5.00']);
    shown.unmount();
    const empty = await open({ rows: [] });
    expect(empty.find('tbody').textContent).toContain('没有符合条件的行');
  });

  it('keeps a long list out of the page', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      code: String(index),
      name: `局${String(index)}`,
      grade: '优',
      amount: '1',
    }));
    const shown = await open({ rows: many });
    expect(shown.all('tbody tr').length).toBeLessThan(120);
    expect(shown.find('table').getAttribute('aria-rowcount')).toBe('3001');
  });
});
