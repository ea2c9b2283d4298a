/** Drops of files that say known things in all the ways in which files say them: what was written is what must be read. */
import fc from 'fast-check';
import type { SourceFile } from '@/import/protocol';
import { dialects, write, type Dialect } from './dialect';
import { CODES, decimal, ITEMS, pick, PLAIN_CODES, spelt, STAGES, UNITS, wide, yearCell, YEARS } from './spelling';

export interface KnownDrop {
  readonly files: readonly SourceFile[];
  readonly rowCount: number;
  /** As the database shows it, in no order. */
  readonly finance: readonly string[];
  readonly units: readonly string[];
  readonly indicators: readonly string[];
  readonly conclusions: readonly string[];
}

type Grid = readonly (readonly string[])[];
interface Written {
  readonly grid: Grid;
  /** Lines above the header. */
  readonly above?: Grid;
  readonly said: readonly string[];
}

interface Amount {
  readonly year: number;
  readonly code: number;
  readonly item: number;
  readonly stage: number;
  readonly fen: bigint;
  readonly choice: number;
}

const amounts = fc.uniqueArray(
  fc.record<Amount>({
    year: fc.nat(YEARS.length - 1),
    code: fc.nat(CODES.length - 1),
    item: fc.nat(ITEMS.length - 1),
    stage: fc.nat(STAGES.length - 1),
    fen: fc.oneof(fc.bigInt(-(10n ** 6n), 10n ** 6n), fc.bigInt(-(10n ** 14n), 10n ** 14n)),
    choice: fc.nat(999),
  }),
  { minLength: 1, maxLength: 20, selector: ({ year, code, item, stage }) => `${year} ${code} ${item} ${stage}` },
);

function finance(all: readonly Amount[], shape: number, unitChoice: number, order: number): Written {
  const [unit, places] = pick(UNITS, unitChoice);
  const money = ({ fen, choice }: Amount): string => spelt(decimal(fen, places), choice);
  const said = all.map(
    ({ year, code, item, stage, fen }) =>
      `${YEARS[year] ?? ''} ${PLAIN_CODES[code] ?? ''} ${ITEMS[item]?.[0] ?? ''} ${STAGES[stage]?.[0] ?? ''} ${decimal(fen, 6)}`,
  );
  const head = ['年度', '单位编码', '单位名称'];
  const whose = ({ year, code, choice }: Amount): string[] => [
    yearCell(YEARS[year] ?? '', choice),
    CODES[code] ?? '',
    '某局，"本级"',
  ];
  const names = (words: readonly string[][], index: number, choice: number): string =>
    pick(words[index] ?? [''], choice);
  let grid: string[][];
  if (shape === 0) {
    grid = [
      [...head, '口径', '科目', '金额', '金额单位'],
      ...all.map((each) => [
        ...whose(each),
        names(STAGES, each.stage, each.choice),
        names(ITEMS, each.item, each.choice),
        money(each),
        unit,
      ]),
    ];
  } else {
    // Item columns, or stage columns: cells that nothing is said of stay without a figure.
    const columns = shape === 1 ? ITEMS : STAGES;
    const other = shape === 1 ? STAGES : ITEMS;
    const column = (each: Amount): number => (shape === 1 ? each.item : each.stage);
    const rest = (each: Amount): number => (shape === 1 ? each.stage : each.item);
    const rows = new Map<string, string[]>();
    for (const each of all) {
      const key = `${each.year} ${each.code} ${rest(each)}`;
      const row = rows.get(key) ?? [
        ...whose(each),
        names(other, rest(each), each.choice),
        ...columns.map((_, index) => pick(['', '-', '—', '无', '/'], index)),
      ];
      row[4 + column(each)] = money(each);
      rows.set(key, row);
    }
    const titles = columns.map((words, index) => `${pick(words.slice(1), index)}（${unit}）`);
    grid = [[...head, shape === 1 ? '口径' : '科目', ...titles], ...rows.values()];
  }
  return { grid: grid.map((row) => rotated(row, order)), said };
}

/** The columns in another order. */
const rotated = (row: readonly string[], by: number): string[] => [
  ...row.slice(by % row.length),
  ...row.slice(0, by % row.length),
];

interface Scored {
  readonly year: number;
  readonly code: number;
  readonly no: number;
  readonly weight: bigint;
  readonly score: bigint;
  readonly value: bigint;
}
const scored = fc.uniqueArray(
  fc.record<Scored>({
    year: fc.nat(YEARS.length - 1),
    code: fc.nat(CODES.length - 1),
    no: fc.nat(30),
    weight: fc.bigInt(0n, 20000n),
    score: fc.bigInt(-500n, 20000n),
    value: fc.bigInt(0n, 10n ** 11n),
  }),
  { minLength: 1, maxLength: 12, selector: ({ year, code, no }) => `${year} ${code} ${no}` },
);

/** In comma style `.` and `,` change places; one cell of each column decides. */
function indicators(all: readonly Scored[], isComma: boolean, order: number): Written {
  const styled = (plain: string, grouped: boolean): string => {
    const [whole = '', fraction] = plain.split('.');
    const text =
      (grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole) + (fraction === undefined ? '' : `.${fraction}`);
    return isComma ? text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')) : text;
  };
  const deciding = styled('1653000.25', true);
  const head = ['年度', '单位编码', '指标序号', '指标名称', '年初指标值', '实际完成值', '权重', '得分'];
  const first = ['2018', '001', '1', '定式', '10', deciding, '10', '9'];
  const rows = all.map(({ year, code, no, weight, score, value }) => [
    ...[YEARS[year] ?? '', CODES[code] ?? '', wide(String(no)), `指标“${String(no)}”,甲`, '≥95%'],
    ...[styled(decimal(value, 2), true), styled(decimal(weight, 2), false), styled(decimal(score, 2), false)],
  ]);
  const said = all.map(({ year, code, no, weight, score, value }) =>
    [
      YEARS[year],
      PLAIN_CODES[code],
      no,
      `指标“${String(no)}”,甲`,
      '≥95%',
      // Comma style is turned round; in the usual one the text stays as it is.
      isComma ? decimal(value, 2) : styled(decimal(value, 2), true),
      decimal(weight, 2),
      decimal(score, 2),
    ].join(' '),
  );
  return {
    grid: [head, first, ...rows].map((row) => rotated(row, order)),
    said: [`2018 001 1 定式 10 ${isComma ? '1653000.25' : deciding} 10 9`, ...said],
  };
}

const conclusionsOf = (all: readonly Scored[]): Written => {
  const first = new Map(all.map((each) => [`${each.year} ${each.code}`, each]));
  const kept = [...first.values()];
  return {
    above: [['2021年度自评结论表'], []],
    grid: [
      ['预算年度', '单位代码', '自评总分', '评价等级'],
      ...kept.map(({ year, code, weight }) => [YEARS[year] ?? '', CODES[code] ?? '', `${decimal(weight, 2)}分`, '优']),
    ],
    said: kept.map(
      ({ year, code, weight }) => `${YEARS[year] ?? ''} ${PLAIN_CODES[code] ?? ''} ${decimal(weight, 2)} 优`,
    ),
  };
};

const unitsOf = (names: readonly string[], order: number): Written => ({
  grid: [
    ['预算单位编码', '单位名称', '编制数', '备注'],
    ...names.map((name, index) => [CODES[index] ?? '', name, spelt(String(index * 1234), order), '=1+1']),
  ].map((row) => rotated(row, order)),
  said: names.map((name, index) => `${PLAIN_CODES[index] ?? ''} ${name.trim()} ${String(index * 1234)}`),
});

const unitNames = fc.array(
  fc.constantFrom(
    '某某局',
    '甲局（本级）',
    '乙局,"办公室"',
    '丙\n局',
    "'); DROP TABLE unit; --",
    '<b>丁</b>',
    '戊；局',
    '㐂乐镇',
    '𠀀水镇',
  ),
  { minLength: 1, maxLength: CODES.length },
);

const fileOf = (name: string, { above = [], grid }: Written, dialect: Dialect): SourceFile => ({
  name,
  bytes: write([...above, ...grid], dialect),
});

export const knownDrops: fc.Arbitrary<KnownDrop> = fc
  .record({
    amounts,
    shape: fc.nat(2),
    unit: fc.nat(UNITS.length - 1),
    order: fc.nat(9),
    scored,
    isComma: fc.boolean(),
    names: unitNames,
    dialects: fc.array(dialects, { minLength: 4, maxLength: 4 }),
    reversed: fc.boolean(),
  })
  .map((given) => {
    const written = [
      finance(given.amounts, given.shape, given.unit, given.order),
      indicators(given.scored, given.isComma, given.order),
      conclusionsOf(given.scored),
      unitsOf(given.names, given.order),
    ] as const;
    const files = written.map((each, index) =>
      fileOf(`${'丁丙乙甲'[index] ?? ''}.csv`, each, given.dialects[index] as Dialect),
    );
    return {
      files: given.reversed ? files.reverse() : files,
      rowCount: written.reduce((sum, { grid }) => sum + grid.length - 1, 0),
      finance: written[0].said,
      indicators: written[1].said,
      conclusions: written[2].said,
      units: written[3].said,
    };
  });
