import { StoryCarrier } from '../demo/carry-story.js';
import { DemoCast } from '../demo/demo-cast.js';
import { demoStories } from '../demo/stories.js';
import type { Addresses, SeedSettings } from '../launch/settings.js';
import { demoPasswordOf } from './first-people.step.js';

/** Carries the two published events through the running applications; what was done before is only looked up. */
export async function demonstration(
  settings: SeedSettings,
  addresses: Addresses,
): Promise<readonly string[]> {
  if (settings.seedMode === 'empty' || settings.environment['NODE_ENV'] === 'production') return [];
  const password = demoPasswordOf(settings);
  const carrier = new StoryCarrier(new DemoCast(addresses.office, password), (line) =>
    process.stdout.write(`  demonstration · ${line}\n`),
  );
  const numbers: string[] = [];
  for (const story of demoStories()) numbers.push((await carrier.carry(story)).number);
  return [
    'This is a DEMONSTRATION with made-up people and photos. 演示数据，人员与照片均为虚构。',
    `accounts       mr.officer1, mr.officer2, mr.custodian, mr.coordinator, mr.approver, mr.issuer, mr.witness, mr.admin;`,
    `               the same for tb; approver and witness of ps, fin, eco; aud.auditor`,
    `password       ${password}`,
    ...numbers.map(
      (number) =>
        `certificate    ${number}   ${addresses.public.replace('127.0.0.1', 'localhost')}/c/${number}`,
    ),
  ];
}
