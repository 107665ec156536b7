import { acts } from '#entries';
import { Messages } from '#platform';
import { dutyRules } from './domain/duty-rules.js';
import { dutiesMessages } from './messages.js';

const messages = new Messages(dutiesMessages);
const facts = { entry: 'E', lot: 'L' };

describe('the refusal in words', () => {
  for (const rule of Object.keys(dutyRules)) {
    it(`says rule ${rule} and every act in both languages`, () => {
      for (const act of acts) {
        const zh = messages.say('zh-CN', 'duties.same-goods', { ...facts, rule, act });
        const en = messages.say('en', 'duties.same-goods', { ...facts, rule, act });
        expect(zh).toMatch(/^\p{Script=Han}.*记录 E，品类行 L/u);
        expect(en).toMatch(/^[A-Z].*\(entry E, lot L\)/);
        expect(zh + en).not.toMatch(/duties\.|\$t|\{\{/);
      }
    });
  }

  it('takes nothing from a fact but its text', () => {
    const hostile = { ...facts, entry: '$t(duties.act.led)', rule: 'issuer-apart', act: 'led' };
    expect(messages.say('en', 'duties.same-goods', hostile)).toContain('entry $t(duties.act.led)');
  });
});
