import type { MessageCatalogue } from '#platform';

/** Names of agencies’ functions, and where administrators go. */
export const agencyMessages: MessageCatalogue = {
  'nav.people': { zh: '人员', en: 'People' },
  'nav.agencies': { zh: '单位', en: 'Agencies' },
  'queue.work-confirm-role': {
    zh: '确认授予 {{reference}} 的角色',
    en: 'Confirm a role of {{reference}}',
  },
  'queue.why-confirm-role': { zh: '须由第二名管理员确认', en: 'a second administrator must confirm' },
  'nav.requests': { zh: '待确认授权', en: 'Grants to confirm' },
  'function.market-regulation': { zh: '市场监管', en: 'market regulation' },
  'function.medical-products': { zh: '药品监管', en: 'medical products' },
  'function.culture': { zh: '文化执法', en: 'culture' },
  'function.tobacco': { zh: '烟草专卖', en: 'tobacco' },
  'function.agriculture': { zh: '农业农村', en: 'agriculture' },
  'function.fire-rescue': { zh: '消防救援', en: 'fire and rescue' },
  'function.public-security': { zh: '公安', en: 'public security' },
  'function.finance': { zh: '财政', en: 'finance' },
  'function.ecology': { zh: '生态环境', en: 'ecology and environment' },
  'function.customs': { zh: '海关', en: 'customs' },
  'function.audit': { zh: '审计', en: 'audit' },
  'function.installation': { zh: '主管本系统', en: 'runs this installation' },
};
