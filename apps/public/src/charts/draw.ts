import { BarChart, SankeyChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fitPolicy, type ChartWords } from './fit-policy.js';

use([BarChart, SankeyChart, GridComponent, SVGRenderer]);

export const colours = {
  ink: '#16202C',
  muted: '#55606E',
  primary: '#14507A',
  line: '#7A8594',
  green: '#1B6B3A',
  amber: '#8A5300',
  grey: '#7A8594',
} as const;

/** Draws a chart to accessible SVG that this site's content policy lets through. */
export function draw(
  option: EChartsCoreOption,
  { width, height, words }: { width: number; height: number; words: ChartWords },
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { color: colours.ink }, ...option });
    return fitPolicy(chart.renderToSVGString(), words);
  } finally {
    chart.dispose();
  }
}
