/**
 * What charts draw with: every value is a CSS token. The print theme is read from a probe element that carries
 * `data-theme="print"`, so an exported picture never touches the page.
 */
import type { ThemeName } from './theme';
import { baseTheme, type Token } from './baseTheme';

export type Symbol4 = 'circle' | 'rect' | 'triangle' | 'diamond';

/** Pattern on a filled mark, for paper. */
export interface Decal {
  readonly symbol: string;
  readonly symbolSize?: number;
  readonly dashArrayX: number[] | number[][];
  readonly dashArrayY: number[];
  readonly rotation?: number;
  readonly color: string;
}

export interface ItemLook {
  /** Line, marker, edge. */
  readonly color: string;
  /** Inside of a bar: the colour on screen, grey or white under a pattern on paper. */
  readonly fill: string;
  readonly symbol: Symbol4;
  readonly decal?: Decal;
  /** The same pattern in a key line. */
  readonly pattern?: 'hatch' | 'dots' | 'outline';
}

export type ThreePublicItem = 'overseas' | 'vehicle_operation' | 'reception' | 'vehicle_purchase';
export type GradeWord = '优' | '良' | '中' | '差';

export interface ChartTheme {
  readonly name: ThemeName;
  /** True for paper and for exported pictures: set values directly on marks, no tooltip will be there. */
  readonly print: boolean;
  readonly sans: string;
  readonly paper: string;
  readonly paper2: string;
  readonly paper3: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly rule2: string;
  readonly field: string;
  readonly accent: string;
  readonly accent2: string;
  readonly accentWeak: string;
  readonly severity: Readonly<Record<'error' | 'warning' | 'note', string>>;
  readonly series: Readonly<
    Record<'initial' | 'budget' | 'budgetFill' | 'actual' | 'reported' | 'recomputed' | 'others', string>
  >;
  readonly items: Readonly<Record<ThreePublicItem, ItemLook>>;
  readonly grades: Readonly<Record<GradeWord, string>>;
  /** Five steps, the worse the darker, and the ink on each. */
  readonly heat: readonly [string, string, string, string, string];
  readonly heatInk: readonly [string, string, string, string, string];
  readonly budgetLine: { readonly type: number[]; readonly width: number };
  readonly actualLine: { readonly type: 'solid'; readonly width: number };
  /** ECharts theme object. */
  readonly base: Record<string, unknown>;
}

const PROPERTIES: readonly string[] = [
  'sans',
  'paper',
  'paper-2',
  'paper-3',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-2',
  'field',
  'accent',
  'accent-2',
  'accent-weak',
  'error',
  'warn',
  'note',
  's-initial',
  's-budget',
  's-budget-fill',
  's-actual',
  's-reported',
  's-recomputed',
  's-mute',
  'i-overseas',
  'i-operation',
  'i-reception',
  'i-purchase',
  'grade-a',
  'grade-b',
  'grade-c',
  'grade-d',
  'heat-1',
  'heat-2',
  'heat-3',
  'heat-4',
  'heat-5',
  'heat-4-ink',
  'heat-5-ink',
];

/**
 * The tokens of a theme, read from an element that is in the page for this one moment. ECharts writes font names into
 * its SVG unescaped, between double quotes: their own become single ones, else no saved picture could be decoded.
 */
function readTokens(name: ThemeName): Map<string, string> {
  const probe = document.createElement('div');
  probe.dataset.theme = name;
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const found = new Map(
    PROPERTIES.map((property) => [property, style.getPropertyValue(`--${property}`).trim().replaceAll('"', "'")]),
  );
  probe.remove();
  return found;
}

/** The tokens of a theme stand still, and reading them makes a browser style all that has changed since it last drew. */
const read = new Map<ThemeName, ChartTheme>();

export function chartTheme(name: ThemeName): ChartTheme {
  const known = read.get(name);
  if (known) return known;
  const tokens = readTokens(name);
  const made = chartThemeFrom(name, (token) => tokens.get(token) ?? '');
  // Not before the style sheet is there.
  if (made.ink !== '') read.set(name, made);
  return made;
}

export function chartThemeFrom(name: ThemeName, t: Token): ChartTheme {
  return {
    name,
    print: name === 'print',
    sans: t('sans'),
    paper: t('paper'),
    paper2: t('paper-2'),
    paper3: t('paper-3'),
    ink: t('ink'),
    ink2: t('ink-2'),
    ink3: t('ink-3'),
    rule: t('rule'),
    rule2: t('rule-2'),
    field: t('field'),
    accent: t('accent'),
    accent2: t('accent-2'),
    accentWeak: t('accent-weak'),
    severity: { error: t('error'), warning: t('warn'), note: t('note') },
    series: {
      initial: t('s-initial'),
      budget: t('s-budget'),
      budgetFill: t('s-budget-fill'),
      actual: t('s-actual'),
      reported: t('s-reported'),
      recomputed: t('s-recomputed'),
      others: t('s-mute'),
    },
    items: itemLooks(name === 'print', t),
    grades: { 优: t('grade-a'), 良: t('grade-b'), 中: t('grade-c'), 差: t('grade-d') },
    heat: [t('heat-1'), t('heat-2'), t('heat-3'), t('heat-4'), t('heat-5')],
    heatInk: [t('ink'), t('ink'), t('ink'), t('heat-4-ink'), t('heat-5-ink')],
    budgetLine: { type: [5, 4], width: 1.25 },
    actualLine: { type: 'solid', width: 2 },
    base: baseTheme(t),
  };
}

/** One colour, marker and dash per item in every view; on paper a grey or a pattern. */
function itemLooks(print: boolean, t: Token): ChartTheme['items'] {
  const look = (token: string, symbol: Symbol4): ItemLook => ({ color: t(token), fill: t(token), symbol });
  const items = {
    overseas: look('i-overseas', 'circle'),
    vehicle_operation: look('i-operation', 'rect'),
    reception: look('i-reception', 'triangle'),
    vehicle_purchase: look('i-purchase', 'diamond'),
  };
  if (!print) return items;
  const ink = t('ink');
  return {
    vehicle_operation: items.vehicle_operation,
    overseas: { ...items.overseas, fill: t('i-overseas-fill'), pattern: 'outline' },
    reception: {
      ...items.reception,
      fill: t('paper'),
      pattern: 'hatch',
      decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 2.4], rotation: -Math.PI / 4, color: ink },
    },
    vehicle_purchase: {
      ...items.vehicle_purchase,
      fill: t('paper'),
      pattern: 'dots',
      decal: {
        symbol: 'circle',
        symbolSize: 0.8,
        dashArrayX: [
          [4, 4],
          [0, 4, 4, 0],
        ],
        dashArrayY: [3, 2],
        color: ink,
      },
    },
  };
}
