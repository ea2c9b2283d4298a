/** What every chart starts from, as an ECharts theme: type, axes, hover, tooltip. `t` gives the value of a token. */
export type Token = (name: string) => string;

export function baseTheme(t: Token): Record<string, unknown> {
  return {
    color: [t('s-actual'), t('s-budget'), t('i-overseas'), t('i-operation'), t('i-reception'), t('i-purchase')],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: t('sans'), fontSize: 12, color: t('ink-2') },
    // Hover adds a line of ink, never another colour.
    line: {
      symbolSize: 6,
      lineStyle: { width: 2 },
      smooth: false,
      emphasis: {
        scale: false,
        lineStyle: { width: 2 },
        itemStyle: { color: 'inherit', borderColor: t('ink'), borderWidth: 1 },
      },
    },
    bar: {
      barCategoryGap: '24%',
      itemStyle: { borderRadius: 0 },
      emphasis: { itemStyle: { color: 'inherit', borderColor: t('ink'), borderWidth: 1 } },
    },
    scatter: { emphasis: { scale: false, itemStyle: { color: 'inherit', borderColor: t('ink'), borderWidth: 1 } } },
    custom: { emphasis: { disabled: true } },
    categoryAxis: {
      axisLine: { show: true, lineStyle: { color: t('rule-2') } },
      axisTick: { show: false },
      axisLabel: { color: t('ink-2'), fontSize: 12 },
      splitLine: { show: false },
    },
    valueAxis: {
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: t('ink-3'), fontSize: 12 },
      splitLine: { show: true, lineStyle: { color: t('rule'), width: 1 } },
      nameTextStyle: { color: t('ink-3') },
    },
    tooltip: {
      // Inside the chart ECharts draws no arrow, which it would write as HTML with a style attribute.
      confine: true,
      transitionDuration: 0,
      backgroundColor: t('paper'),
      borderColor: t('rule-2'),
      borderWidth: 1,
      borderRadius: 2,
      padding: [8, 12],
      textStyle: { color: t('ink'), fontSize: 12 },
      extraCssText: 'box-shadow:none',
      axisPointer: { lineStyle: { color: t('ink-3'), type: 'solid', width: 1 } },
    },
  };
}
