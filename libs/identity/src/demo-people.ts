import type { Names, Role } from '#entries';
import { installationFunction } from './domain/installation.js';

export interface DemoAgency {
  readonly code: string;
  readonly names: Names;
  readonly functions: readonly string[];
}
export interface DemoPerson {
  readonly username: string;
  readonly agency: string;
  readonly role: Role;
  readonly name: string;
}

/** The agencies of the demonstration with the functions that the catalogue's lead agencies name. */
export const demoAgencies: readonly DemoAgency[] = [
  {
    code: 'mr',
    names: { zh: '示范县市场监督管理局', en: 'Demo County Bureau of Market Regulation' },
    functions: [
      'market-regulation',
      'medical-products',
      'agriculture',
      'culture',
      'customs',
      installationFunction,
    ],
  },
  {
    code: 'tb',
    names: { zh: '示范区烟草专卖局', en: 'Demo District Tobacco Bureau' },
    functions: ['tobacco'],
  },
  {
    code: 'ps',
    names: { zh: '示范县公安局', en: 'Demo County Bureau of Public Security' },
    functions: ['public-security', 'fire-rescue'],
  },
  {
    code: 'fin',
    names: { zh: '示范县财政局', en: 'Demo County Bureau of Finance' },
    functions: ['finance'],
  },
  {
    code: 'eco',
    names: { zh: '示范县生态环境局', en: 'Demo County Bureau of Ecology and Environment' },
    functions: ['ecology'],
  },
  { code: 'aud', names: { zh: '示范县审计局', en: 'Demo County Audit Office' }, functions: ['audit'] },
];

const person = (agency: string, account: string, name: string): DemoPerson => ({
  username: `${agency}.${account}`,
  agency,
  role: account.replace(/\d$/, '') as Role,
  name: `${name}（演示）`,
});

/** Fictional people, one role each; every name says that it is a demonstration. */
export const demoPeople: readonly DemoPerson[] = [
  person('mr', 'officer1', '张伟明'),
  person('mr', 'officer2', '李静怡'),
  person('mr', 'custodian', '王库山'),
  person('mr', 'coordinator', '赵方舟'),
  person('mr', 'approver', '钱正达'),
  person('mr', 'issuer', '孙文签'),
  person('mr', 'witness', '周见清'),
  person('mr', 'admin', '吴理平'),
  person('tb', 'officer1', '郑烟波'),
  person('tb', 'officer2', '冯晓岚'),
  person('tb', 'custodian', '陈守仓'),
  person('tb', 'coordinator', '褚行之'),
  person('tb', 'approver', '卫国平'),
  person('tb', 'issuer', '蒋书铭'),
  person('tb', 'witness', '沈目远'),
  person('tb', 'admin', '韩序文'),
  person('ps', 'approver', '杨安民'),
  person('ps', 'witness', '朱立诚'),
  person('fin', 'approver', '秦裕丰'),
  person('fin', 'witness', '尤守正'),
  person('eco', 'approver', '许青川'),
  person('eco', 'witness', '何清源'),
  person('aud', 'auditor', '吕明察'),
];
