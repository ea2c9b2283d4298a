import { afterEach, expect, it } from 'vitest';
import { reasonOf } from '@/components/reasonOf';
import { DatabaseError } from '@/database/engine';
import { i18n, type Locale } from '@/locales';
import { JilanError } from '@/workspace/jilanError';
import { WorkspaceError } from '@/workspace/workspace';

const speak = (locale: Locale): void => {
  i18n.global.locale.value = locale;
};
afterEach(() => speak('zh-CN'));

it('says in the language of the page what happened and what to do', () => {
  const stale = new WorkspaceError('stale');
  expect(reasonOf(stale)).toEqual({
    text: '另一个窗口刚改动了数据，这里没有写入；请重新载入页面，再做一次',
    isKnown: true,
  });
  expect(reasonOf(new WorkspaceError('full')).text).toMatch(/本机存储已满，没有存下。请腾出磁盘空间后再试/);
  speak('en');
  expect(reasonOf(stale).text).toMatch(/another window has just changed the data.*reload the page/);
  expect(reasonOf(new WorkspaceError('full')).text).toMatch(/storage of this machine is full.*Free disk space/);
});

it('has words for every failure that it knows', () => {
  const workspace = (['stale', 'full', 'missing-source', 'newer-version', 'unreadable'] as const).map(
    (problem) => new WorkspaceError(problem),
  );
  const file = (['foreign', 'damaged', 'newer'] as const).map((problem) => new JilanError(problem));
  for (const locale of ['zh-CN', 'en'] as const) {
    speak(locale);
    for (const error of [...workspace, ...file]) {
      const { text, isKnown } = reasonOf(error);
      expect(isKnown).toBe(true);
      // A missing word would be shown as its key.
      expect(text).not.toMatch(/^problem\.|workspace:/);
      expect(text.length).toBeGreaterThan(8);
    }
  }
});

it('lets any other failure say what it says itself', () => {
  expect(reasonOf(new Error('Binder Error: x'))).toEqual({ text: 'Binder Error: x', isKnown: false });
  expect(reasonOf(new DatabaseError('Binder Error', 'SELECT'))).toMatchObject({ isKnown: false });
});
