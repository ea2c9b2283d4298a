/**
 * Words of the app. Each file beside this one is an area: `locales/rankings.ts` exports
 * `{ 'zh-CN': { title: … }, en: { title: … } }`, and its words are `t('rankings.title')`.
 */
import { createI18n } from 'vue-i18n';
import { computed } from 'vue';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

interface Words {
  [key: string]: string | Words;
}
type Area = Record<Locale, Words>;

const areas = import.meta.glob<Area>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' });

function collect(locale: Locale): Words {
  const all: Words = {};
  for (const [path, area] of Object.entries(areas)) {
    const name = path.slice(2, -3);
    all[name] = area[locale];
  }
  return all;
}

const STORE_KEY = 'jilan.locale';

function stored(): Locale {
  try {
    const found = localStorage.getItem(STORE_KEY);
    return LOCALES.find((locale) => locale === found) ?? 'zh-CN';
  } catch {
    return 'zh-CN'; // Storage is shut: the choice then lasts as long as the page.
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: stored(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': collect('zh-CN'), en: collect('en') },
  missingWarn: false,
  fallbackWarn: false,
});

export const currentLocale = computed<Locale>(() => (i18n.global.locale.value === 'en' ? 'en' : 'zh-CN'));

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(STORE_KEY, locale);
  } catch {
    // As above: nothing to do.
  }
}
