import type { MessageCatalogue } from '#platform';
import { passkeyMessages } from './passkey-messages.js';
import { subjectMessages } from './subject-messages.js';

/** Sentences about log-in, access, agencies, people and roles. */
export const identityMessages: MessageCatalogue = {
  ...passkeyMessages,
  ...subjectMessages,
  'session.sign-in-required': {
    zh: '请先登录：POST /api/v1/sessions，然后在 Authorization: Bearer 中带上令牌。',
    en: 'Sign in first: POST /api/v1/sessions, then send the token as Authorization: Bearer.',
  },
  'session.session-ended': {
    zh: '登录已失效（15 分钟未操作、满 12 小时、已退出，或密码、角色有变）。请重新登录。',
    en: 'The session has ended (15 minutes idle, 12 hours in all, logged out, or password or roles changed). Sign in again.',
  },
  'session.foreign-form': {
    zh: '此请求不是从本站当前登录的页面提交的，没有任何更改。请重新打开页面后再提交。',
    en: 'This was not sent from a page of your present session; nothing was changed. Open the page again and submit it there.',
  },
  'session.wrong-credentials': {
    zh: '用户名或密码不对，或账号已停用。请检查后再试；忘记密码请找本机关管理员。',
    en: 'User name or password is wrong, or the account is closed. Check and try again; if you forgot the password, ask the administrator of your agency.',
  },
  'session.slow-down': {
    zh: '登录失败次数过多。请等 {{seconds}} 秒后再试；账号不会被永久锁定。',
    en: 'Too many failed log-ins. Wait {{seconds}} seconds and try again; the account is never locked for good.',
  },
  'session.demo-in-production': {
    zh: '演示账号不能在正式环境登录。请用管理员为您建立的账号。',
    en: 'Demonstration accounts can’t sign in to a production system. Use the account that your administrator made.',
  },
  'password.wrong-password': {
    zh: '密码不对。请重新输入您的登录密码。',
    en: 'The password is wrong. Enter the password you sign in with.',
  },
  'password.too-short': {
    zh: '密码太短：至少 {{limit}} 个字符。可以用一句容易记住的话。',
    en: 'The password is too short: at least {{limit}} characters. A sentence that you remember is fine.',
  },
  'password.too-long': {
    zh: '密码太长：最多 {{limit}} 个字符。请缩短。',
    en: 'The password is too long: at most {{limit}} characters. Shorten it.',
  },
  'password.is-username': {
    zh: '密码不能与用户名相同。请另选一个。',
    en: 'The password must not be the user name. Choose another one.',
  },
  'access.not-declared': {
    zh: '此操作尚未开放。请告知管理员。',
    en: 'This act is not open to anybody. Tell your administrator.',
  },
  'access.role-missing': {
    zh: '您的角色不能做此操作（{{action}}）。请由具有以下角色的人员办理：{{rolesZh}}。',
    en: 'Your role does not allow this ({{action}}). Ask a person with one of these roles: {{roles}}.',
  },
  'access.no-engagement': {
    zh: '您目前没有有效的审计项目。请由管理员授权审计范围和期限。',
    en: 'You have no running audit engagement. Ask the administrator to grant one with its agencies and period.',
  },
  'access.no-whole-engagement': {
    zh: '台账包含所有机关的记录，须有覆盖整个系统的审计项目才能查阅。请由管理员授权。',
    en: 'The ledger holds the entries of all agencies; reading it takes an engagement for the whole installation. Ask the administrator.',
  },
  'access.other-agency': {
    zh: '这是另一机关主办的事项，您可以查看，但此操作（{{action}}）须由主办机关办理。',
    en: 'Another agency is in charge of this; you may look at it, but that agency must do this act ({{action}}).',
  },
  'access.one-factor': {
    zh: '请用口令（password）或通行密钥的签名（assertion）之一确认身份，不能都不填或同时填写。',
    en: 'Confirm by the password or by the assertion of a passkey: exactly one of the two.',
  },
  'access.step-up-required': {
    zh: '此操作须重新确认身份：以用途 {{purpose}} 和哈希 {{sha256}} 请求 POST /api/v1/step-ups，5 分钟内带上返回的 stepUp（只能用一次）。',
    en: 'This act needs a fresh confirmation: POST /api/v1/step-ups for purpose {{purpose}} and hash {{sha256}}, then send the stepUp within 5 minutes (single use).',
  },
  'agency.installation-only': {
    zh: '只有本系统主管机关的管理员可以这样做。请与其联系。',
    en: 'Only an administrator of the agency that runs this installation may do this. Ask there.',
  },
  'agency.other-agency': {
    zh: '您只能管理本机关的人员。请联系该机关的管理员。',
    en: 'You manage the people of your own agency only. Ask that agency’s administrator.',
  },
  'agency.not-found': {
    zh: '没有这个机关。请从机关列表中打开。',
    en: 'There is no such agency. Open it from the list of agencies.',
  },
  'agency.nothing-changes': {
    zh: '名称和职能都没有变化，没有写入台账。',
    en: 'Neither name nor functions differ; nothing was recorded.',
  },
  'agency.installation-fixed': {
    zh: '主管本系统的职能（installation）不能在此增加或取消，否则系统将无人管理或有两个主管机关。请保留原有职能。',
    en: 'The function that runs this installation is neither given nor taken here. Leave “installation” as it was.',
  },
  'agency.unknown': { zh: '没有这个机关。请检查编号。', en: 'There is no such agency. Check the id.' },
  'agency.code-malformed': {
    zh: '机关代码须为 2 至 20 个小写字母、数字或连字符，以字母开头。',
    en: 'An agency code has 2 to 20 lower-case letters, digits or hyphens and starts with a letter.',
  },
  'agency.code-taken': {
    zh: '此机关代码已被使用。请换一个。',
    en: 'This agency code is taken. Choose another one.',
  },
  'person.unknown': {
    zh: '没有此人，或其账号已停用（{{id}}）。请从人员列表中选择。',
    en: 'There is no such person, or the account is closed ({{id}}). Choose from the list of people.',
  },
  'person.not-found': {
    zh: '您管理的人员中没有此人。请检查编号。',
    en: 'There is no such person among those you manage. Check the id.',
  },
  'person.open-work': {
    zh: '此人还有 {{count}} 项未办结的工作。请先移交，或说明情况后选择“仍然停用”（接口：despiteOpenWork）。',
    en: 'This person still has {{count}} open items. Hand them over first, or choose to close the account all the same (interface: despiteOpenWork).',
  },
  'person.username-malformed': {
    zh: '用户名须为 2 至 50 个字母、数字、点、下划线或连字符，首尾为字母或数字。',
    en: 'A user name has 2 to 50 letters a–z, digits, dots, underscores or hyphens, with a letter or digit at both ends.',
  },
  'person.username-taken': {
    zh: '此用户名已被使用。请换一个。',
    en: 'This user name is taken. Choose another one.',
  },
  'role.role-conflict': {
    zh: '角色 {{role}} 与已有角色 {{held}} 不能由同一人担任（财税〔2020〕54号第四条）。请先撤销 {{held}}，或授予他人。',
    en: 'One person can’t hold {{role}} together with {{held}} (separation of posts). Revoke {{held}} first, or grant the role to someone else.',
  },
  'role.own-role': {
    zh: '不能为自己授予角色。请由另一名管理员办理。',
    en: 'Nobody grants a role to themselves. Ask another administrator.',
  },
  'role.role-held': { zh: '此人已有角色 {{role}}。', en: 'This person already has the role {{role}}.' },
  'role.role-not-held': {
    zh: '此人没有角色 {{role}}，无需撤销。',
    en: 'This person does not have the role {{role}}; there is nothing to revoke.',
  },
  'role.last-admin': {
    zh: '这是最后一名管理员。请先授予另一人管理员角色。',
    en: 'This is the last administrator. Grant the role to someone else first.',
  },
  'role.request-closed': {
    zh: '此申请已经办结。请刷新列表。',
    en: 'This request is already settled. Reload the list.',
  },
  'role.request-unknown': {
    zh: '没有这项角色申请。请检查编号。',
    en: 'There is no such request for a role. Check the id.',
  },
  'role.second-admin': {
    zh: '审批人、签发人和管理员角色须由第二名管理员确认。请由另一名管理员办理。',
    en: 'Approver, issuer and admin need a second administrator. Ask another administrator to confirm.',
  },
  'engagement.not-auditor': {
    zh: '此人不是审计人员。请先授予 auditor 角色。',
    en: 'This person is not an auditor. Grant the role auditor first.',
  },
  'engagement.period': {
    zh: '审计期限须在将来且不超过一年。请修改截止时间。',
    en: 'An engagement must end in the future and within a year. Change its end.',
  },
  'engagement.no-agencies': {
    zh: '请写明要审计的机关，或选择整个系统。',
    en: 'Name the agencies to audit, or choose the whole installation.',
  },
};
