import { type FlowPart, type PublicFlow } from '#published';
import { formatAmount } from '#quantity';
import { colours, draw } from './draw.js';
import type { ChartWords } from './fit-policy.js';

type Say = (code: string) => string;
const partColours: Readonly<Record<FlowPart, string>> = {
  released: colours.green,
  awaiting: colours.amber,
  held: colours.grey,
  returned: colours.primary,
  transferred: colours.primary,
  used: colours.primary,
  samples: colours.primary,
  differences: colours.amber,
  other: colours.grey,
};

/** Seized → recorded → what became of it, as bands whose widths are the amounts. Numbers are for drawing only. */
export function drawFlow(flow: PublicFlow, say: Say, words: ChartWords): string {
  const node = (name: string, amount: string, color: string, position: string) => ({
    name,
    itemStyle: { color },
    label: { position, formatter: `{b|${say(`flow.${name}`)}}\n${formatAmount(amount)}` },
  });
  const entered = [
    { name: 'seized', amount: flow.seized },
    ...(flow.surplus === '0' ? [] : [{ name: 'surplus', amount: flow.surplus }]),
  ];
  const total = flow.parts.map(({ amount }) => Number(amount)).reduce((a, b) => a + b, 0);
  return draw(
    {
      series: [
        {
          type: 'sankey',
          ...{ left: 96, right: 150, top: 12, bottom: 12, nodeGap: 22, nodeWidth: 14 },
          ...{ layoutIterations: 0, draggable: false, emphasis: { disabled: true } },
          lineStyle: { color: 'source', opacity: 0.25, curveness: 0.5 },
          label: {
            color: colours.ink,
            fontSize: 14,
            lineHeight: 18,
            rich: { b: { fontWeight: 'bold', fontSize: 14 } },
          },
          data: [
            ...entered.map(({ name, amount }) => node(name, amount, colours.primary, 'left')),
            ...(entered.length > 1 ? [node('recorded', String(total), colours.primary, 'right')] : []),
            ...flow.parts.map(({ part, amount }) => node(part, amount, partColours[part], 'right')),
          ],
          links: [
            ...(entered.length > 1
              ? entered.map(({ name, amount }) => ({
                  source: name,
                  target: 'recorded',
                  value: Number(amount),
                }))
              : []),
            ...flow.parts.map(({ part, amount }) => ({
              source: entered.length > 1 ? 'recorded' : 'seized',
              target: part,
              value: Number(amount),
            })),
          ],
        },
      ],
    },
    { width: 720, height: Math.max(170, flow.parts.length * 56), words },
  );
}
