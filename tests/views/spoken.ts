/** Clauses as the page speaks them, with the app's own words. */
import { i18n, type Locale } from '@/locales';
import type { Clause } from '@/views/clause';

export function translate(locale: Locale = 'zh-CN') {
  const { t } = i18n.global;
  return (key: string, named: Record<string, unknown> = {}): string => {
    const text = t(key, named, { locale });
    if (text === key) throw new Error(`no words for ${key}`);
    return text;
  };
}

export function spoken(clauses: readonly Clause[], locale: Locale = 'zh-CN'): string {
  const t = translate(locale);
  const parts = clauses.map((part) => {
    const named = Object.fromEntries(Object.entries(part.figures).map(([name, figure]) => [name, figure.text]));
    return (part.joint === 'none' ? '' : t(`clause.${part.joint}`)) + t(part.key, named);
  });
  return parts.join('') + t('clause.stop');
}
