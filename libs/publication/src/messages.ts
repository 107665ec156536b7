import type { MessageCatalogue } from '#platform';

export const publicationMessages: MessageCatalogue = {
  'publication.not-issued': {
    zh: '证明书 {{number}} 当前状态为 {{state}}，只有已签发且有效的证明书可以公布明细。',
    en: 'Certificate {{number}} is {{state}}; only figures of an issued certificate that stands can be published.',
  },
  'publication.already-prepared': {
    zh: '证明书 {{number}} 的公布已提交（记录 {{entry}}），请由第二人确认发布。',
    en: 'Publication of {{number}} was prepared already (entry {{entry}}); a second person has to release it.',
  },
  'publication.already-released': {
    zh: '证明书 {{number}} 的明细已经公布，无需再次操作。',
    en: 'The figures of {{number}} are published already; there is nothing left to do.',
  },
  'publication.not-prepared': {
    zh: '证明书 {{number}} 的公布尚未提交。请先由协调人提交，再确认发布。',
    en: 'Publication of {{number}} was not prepared yet. The coordinator prepares it first, then it can be released.',
  },
  'publication.second-person': {
    zh: '公布 {{number}} 须由另一人确认：您就是提交人（记录 {{entry}}）。',
    en: 'Someone else has to release {{number}}: you prepared it yourself (entry {{entry}}).',
  },
  'publication.content-changed': {
    zh: '证明书 {{number}} 的公布内容在您查看之后有变动。请重新打开页面核对后再确认。',
    en: 'What shall be published of {{number}} changed after you looked. Open the page again, check it, then release it.',
  },
  'publication.not-released': {
    zh: '证明书 {{number}} 的明细尚未公布，没有可撤下的内容。',
    en: 'Nothing of {{number}} is published, so there is nothing to withdraw.',
  },
  'publication.already-withdrawn': {
    zh: '证明书 {{number}} 的公布内容已经撤下。如需再次公布，请重新提交。',
    en: 'What was published of {{number}} is withdrawn already. Prepare it anew to publish it again.',
  },
  'publication.content': {
    zh: '公布内容有需要更正之处，请按提示修改后再提交。',
    en: 'Some of what shall be published has to be mended. See the hints, then send it again.',
  },
  'publication.photo-unknown': {
    zh: '所选照片不属于本批次已结束的销毁活动。请重新选择。',
    en: 'This photo is not of a closed destruction of this batch. Choose another one.',
  },
  'publication.photo-twice': {
    zh: '同一张照片选了两次。请去掉一张。',
    en: 'This photo is chosen twice. Leave one out.',
  },
  'publication.photo-damaged': {
    zh: '这张照片的图像已损坏，无法公布。请选择另一张。',
    en: 'This photo is damaged and can’t be shown. Choose another one.',
  },
  'publication.describe': {
    zh: '请用中文写明照片内容，最多 {{limit}} 字；英文说明可不填。',
    en: 'Say in Chinese what the photo shows, in at most {{limit}} characters; English may be left out.',
  },
  'publication.too-many-photos': {
    zh: '最多公布 {{limit}} 张照片。请减少选择。',
    en: 'At most {{limit}} photos can be published. Choose fewer.',
  },
  'publication.count': {
    zh: '请填写 0 到 {{limit}} 的整数，或留空。',
    en: 'Give a whole number from 0 to {{limit}}, or leave it empty.',
  },
  'concern.unknown': {
    zh: '没有这条反映，或不由贵机关处理。请返回列表查看。',
    en: 'There is no such concern, or it is not for your agency. Go back to the list.',
  },
  'concern.handled-already': {
    zh: '这条反映已经办结。请刷新页面查看结果。',
    en: 'This concern was closed already. Reload the page to see what came of it.',
  },
};
