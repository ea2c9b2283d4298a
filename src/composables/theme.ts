/**
 * Light, dark or as the system says; paper while printing. The choice is one attribute on the root element, and
 * tokens.css holds every value, so screen, charts and print follow from one source.
 */
import { computed, ref, watch } from 'vue';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type ThemeName = 'light' | 'dark' | 'print';

export const THEME_CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];
const STORE_KEY = 'jilan.theme';

function stored(): ThemeChoice {
  try {
    const found = localStorage.getItem(STORE_KEY);
    return THEME_CHOICES.find((choice) => choice === found) ?? 'system';
  } catch {
    return 'system'; // Storage is shut: the choice then lasts as long as the page.
  }
}

const choice = ref<ThemeChoice>(stored());
const systemDark = ref(false);
const printing = ref(false);

export const themeName = computed<ThemeName>(() => {
  if (printing.value) return 'print';
  if (choice.value !== 'system') return choice.value;
  return systemDark.value ? 'dark' : 'light';
});

export const themeChoice = computed(() => choice.value);

export function chooseTheme(next: ThemeChoice): void {
  choice.value = next;
  try {
    localStorage.setItem(STORE_KEY, next);
  } catch {
    // As above: nothing to do.
  }
}

let started = false;

/** Once, by the shell. Printing switches synchronously: the paper is laid out right after `beforeprint`. */
export function startTheme(): void {
  if (started) return;
  started = true;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  systemDark.value = dark.matches;
  dark.addEventListener('change', (event) => {
    systemDark.value = event.matches;
  });
  const paper = window.matchMedia('print');
  printing.value = paper.matches;
  paper.addEventListener('change', (event) => {
    printing.value = event.matches;
  });
  window.addEventListener('beforeprint', () => {
    printing.value = true;
  });
  window.addEventListener('afterprint', () => {
    printing.value = false;
  });
  watch(
    themeName,
    (name) => {
      document.documentElement.dataset.theme = name;
    },
    { immediate: true, flush: 'sync' },
  );
}
