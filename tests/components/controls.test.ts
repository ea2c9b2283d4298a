// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import ExportCsvButton from '@/components/ExportCsvButton.vue';
import GradeMark from '@/components/GradeMark.vue';
import KeyFigures from '@/components/KeyFigures.vue';
import ProgressLine from '@/components/ProgressLine.vue';
import SegmentedSwitch from '@/components/SegmentedSwitch.vue';
import SelectBox from '@/components/SelectBox.vue';
import StateMark from '@/components/StateMark.vue';
import YearStrip from '@/components/YearStrip.vue';
import { mount, press, type Mounted } from '../support/mount';

const opened: Mounted[] = [];
const show = async (...args: Parameters<typeof mount>): Promise<Mounted> => {
  const mounted = await mount(...args);
  opened.push(mounted);
  return mounted;
};
afterEach(() => {
  opened.splice(0).forEach((mounted) => {
    mounted.unmount();
  });
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('YearStrip', () => {
  const years = [2019, 2020, 2021, 2022];
  async function strip(start: { from: number; to: number } | null) {
    const span = ref(start);
    const props = {
      years,
      get modelValue() {
        return span.value;
      },
      'onUpdate:modelValue': (value: typeof start) => {
        span.value = value;
      },
    };
    return { span, shown: await show(YearStrip, props) };
  }
  const choose = async (mounted: Mounted, index: number, shiftKey = false): Promise<void> => {
    mounted.all('[data-year]')[index]?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }));
    await nextTick();
  };

  it('takes one year, a span by Shift, and all', async () => {
    const { span, shown } = await strip(null);
    await choose(shown, 2);
    expect(span.value).toEqual({ from: 2021, to: 2021 });
    await choose(shown, 0, true);
    expect(span.value).toEqual({ from: 2019, to: 2021 });
    await choose(shown, 3, true);
    expect(span.value).toEqual({ from: 2021, to: 2022 });
    shown.find('.all').click();
    expect(span.value).toBeNull();
  });

  it('gives all years back when the only one is clicked again', async () => {
    const { span, shown } = await strip({ from: 2020, to: 2020 });
    await choose(shown, 1);
    expect(span.value).toBeNull();
  });

  it('moves by arrows, with one stop for Tab, and extends with Shift', async () => {
    const { span, shown } = await strip({ from: 2020, to: 2020 });
    expect(shown.all('[data-year][tabindex="0"]').map((button) => button.textContent.trim())).toEqual(['2020']);
    const button = shown.all('[data-year]')[1];
    button?.focus();
    if (button) await press(button, 'ArrowRight');
    expect((document.activeElement as HTMLElement).dataset.year).toBe('2021');
    expect(span.value).toEqual({ from: 2020, to: 2020 });
    await press(document.activeElement ?? shown.root, 'ArrowRight', { shiftKey: true });
    expect(span.value).toEqual({ from: 2020, to: 2022 });
  });
});

describe('SegmentedSwitch', () => {
  it('is a radio group whose arrows choose and pass over what is off', async () => {
    const value = ref('a');
    const shown = await show(SegmentedSwitch, {
      label: '口径',
      options: [
        { value: 'a', label: '调整预算' },
        { value: 'b', label: '年初预算', disabled: true },
        { value: 'c', label: '两者' },
      ],
      get modelValue() {
        return value.value;
      },
      'onUpdate:modelValue': (next: string) => {
        value.value = next;
      },
    });
    const chosen = shown.find('[aria-checked="true"]');
    expect(chosen.textContent.trim()).toBe('调整预算');
    await press(chosen, 'ArrowRight');
    expect(value.value).toBe('c');
    expect(document.activeElement?.textContent.trim()).toBe('两者');
  });
});

describe('SelectBox', () => {
  it('shows the chosen word and passes its test id to the select', async () => {
    const shown = await show(SelectBox, {
      modelValue: '',
      label: '区划',
      allLabel: '全部',
      options: [{ value: 'x', label: '甲区' }],
      'data-testid': 'region',
    });
    expect(shown.find('.shown').textContent).toBe('全部');
    expect(shown.find('[data-testid="region"]').tagName).toBe('SELECT');
  });
});

describe('ProgressLine', () => {
  it('waits 0.3 s before it shows and 1 s before it offers to cancel', async () => {
    vi.useFakeTimers();
    const cancel = vi.fn();
    const shown = await show(ProgressLine, { label: '正在读', done: 1, total: 4, cancellable: true, onCancel: cancel });
    vi.advanceTimersByTime(250);
    await nextTick();
    expect(shown.all('[role="progressbar"]')).toHaveLength(0);
    vi.advanceTimersByTime(100);
    await nextTick();
    expect(shown.find('[role="progressbar"]').getAttribute('aria-valuenow')).toBe('25');
    expect(shown.all('button')).toHaveLength(0);
    vi.advanceTimersByTime(800);
    await nextTick();
    shown.find('button').click();
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('ExportCsvButton', () => {
  it('asks for the rows when pressed and saves them under the name given', async () => {
    const saved: { name: string; text: Promise<string> }[] = [];
    let blob: Blob | null = null;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((value) => {
      blob = value as Blob;
      return 'blob:x';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      if (blob) saved.push({ name: this.download, text: blob.text() });
    });
    const load = vi.fn(() =>
      Promise.resolve({
        columns: [{ key: 'a', label: '单位名称', kind: 'text' as const }],
        rows: [{ a: '甲局' }],
        fileName: '排名_2021.csv',
      }),
    );
    const shown = await show(ExportCsvButton, { load });
    expect(load).not.toHaveBeenCalled();
    shown.find('[data-testid="export-csv"]').click();
    await vi.waitFor(() => {
      expect(saved).toHaveLength(1);
    });
    expect(saved[0]?.name).toBe('排名_2021.csv');
    expect(await saved[0]?.text).toContain('单位名称\r\n甲局\r\n');
  });

  it('says so when it fails', async () => {
    const shown = await show(ExportCsvButton, { load: () => Promise.reject(new Error('表不在')) });
    shown.find('button').click();
    await vi.waitFor(() => {
      expect(shown.find('[role="alert"]').textContent).toContain('没有做成');
    });
    expect(shown.find('button').title).toBe('表不在');
  });
});

describe('marks', () => {
  it('says a grade and what it becomes in words', async () => {
    expect((await show(GradeMark, { grade: '良', after: '差' })).root.textContent).toBe('良 → 差');
    expect((await show(GradeMark, { grade: '优', after: '优' })).root.textContent).toBe('优');
    expect((await show(GradeMark, { grade: null })).root.textContent).toBe('—');
  });

  it.each([
    ['computed', '已重算'],
    ['分档核定', '分档核定'],
    ['manual', '规则无法判定'],
    ['not_applicable', '不适用'],
  ])('says the state %s', async (state, word) => {
    expect((await show(StateMark, { state })).root.textContent).toBe(word);
  });

  it('sets a key figure with its unit, and none as a dash with its reason', async () => {
    const shown = await show(KeyFigures, {
      figures: [
        { key: 'a', label: '预算执行率', value: '92.61', unit: '%', to: '/execution' },
        { key: 'b', label: '重算平均分', value: '—', unit: '分', missing: '没有自评' },
      ],
    });
    expect(shown.find('a.key .v').textContent).toBe('92.61%');
    const none = shown.all('.key .v')[1];
    expect([none?.textContent, none?.title]).toEqual(['—', '没有自评']);
  });
});
