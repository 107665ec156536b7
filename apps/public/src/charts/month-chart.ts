import { colours, draw } from './draw.js';
import { formatAmount } from '#quantity';
import type { ChartWords } from './fit-policy.js';

/** Destroyed in one unit; an amount of `0` is a month without destruction. */
export interface MonthBar {
  readonly month: string;
  readonly amount: string;
}

/** Bars by month in one unit, with the figure on the newest bar that has one. */
export function drawMonths(bars: readonly MonthBar[], words: ChartWords): string {
  const last = bars.findLastIndex(({ amount }) => amount !== '0');
  return draw(
    {
      grid: { left: 4, right: 4, top: 24, bottom: 22 },
      xAxis: {
        type: 'category',
        data: bars.map(({ month }) => month),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: {
          color: colours.muted,
          interval: 0,
          formatter: (month: string) => String(Number(month.slice(5))),
        },
      },
      yAxis: { type: 'value', show: false, min: 0 },
      series: [
        {
          type: 'bar',
          barWidth: '58%',
          emphasis: { disabled: true },
          itemStyle: { color: colours.primary },
          data: bars.map(({ amount }, index) => ({
            value: Number(amount),
            label: {
              show: index === last,
              position: 'top',
              fontWeight: 'bold',
              color: colours.ink,
              align: index > bars.length - 3 ? 'right' : 'center',
              formatter: () => formatAmount(amount),
            },
          })),
        },
      ],
    },
    { width: 340, height: 130, words },
  );
}
