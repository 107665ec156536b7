import type { MessageCatalogue } from '#platform';

const uploads: MessageCatalogue = {
  'upload.too-slow': {
    zh: '上传太慢，已中断，没有保存任何内容。请换用更好的网络后重新上传。',
    en: 'The upload was too slow and was ended; nothing was kept. Send it again over a better connection.',
  },
  'upload.cut': {
    zh: '上传中断，没有保存任何内容。请重新上传。',
    en: 'The upload broke off; nothing was kept. Send it again.',
  },
  'upload.person-quota': {
    zh: '您在 24 小时内上传的内容已达上限（{{limit}} MB），没有保存。请稍后再传；如工作需要更多，请联系管理员。',
    en: 'You have sent as much as one person may within 24 hours ({{limit}} MB); nothing was kept. Go on later; ask your administrator if the work needs more.',
  },
  'upload.seizure-quota': {
    zh: '本次查扣的照片和文件已达上限（{{limit}} MB），没有保存。请只上传必要的照片，或联系管理员提高上限。',
    en: 'The photos and documents of this seizure have reached the limit ({{limit}} MB); nothing was kept. Send only what is needed, or ask your administrator to raise the limit.',
  },
  'evidence.store-full': {
    zh: '证据库空间不足，没有保存任何内容。请通知管理员，稍后重新上传。',
    en: 'The evidence store is full; nothing was kept. Tell your administrator and send it again later.',
  },
  'evidence.store-unreachable': {
    zh: '证据库暂时无法访问，本次操作没有保存任何内容。请稍后重试；持续出现时请通知管理员检查证据库。',
    en: 'The evidence store can’t be reached; this act kept nothing. Try again later; if it goes on, tell your administrator to check the store.',
  },
  'evidence.worm-proven': {
    zh: '已于 {{date}} 在 {{store}} 验证：加锁后的文件拒绝删除、覆盖和缩短期限。',
    en: 'Write-once protection proven on {{date}} by {{store}}: what is locked could not be deleted, overwritten or let go sooner.',
  },
  'evidence.worm-not-offered': {
    zh: '未验证：{{store}} 不提供防删除锁。完整性以台账中的哈希值为准。如需防删除，请改用带 Object Lock 的 S3 存储。',
    en: 'Not proven: {{store}} offers no lock against deletion. Integrity rests on the hashes in the ledger. For such a lock, use an S3 store with Object Lock.',
  },
  'evidence.worm-no-lock': {
    zh: '未验证：{{store}} 没有按要求加锁（{{answers}}）。请重新建立启用 Object Lock 的存储桶，并迁移证据。',
    en: 'Not proven: {{store}} did not lock as asked ({{answers}}). Make new buckets with Object Lock and migrate the evidence.',
  },
  'evidence.worm-not-held': {
    zh: '未通过：{{store}} 接受了加锁，却仍允许改动（{{answers}}）。请勿信任该存储的锁，立即通知管理员并更换存储。',
    en: 'Not proven: {{store}} took the lock and broke it all the same ({{answers}}). Don’t trust its locks; tell your administrator and change the store.',
  },
  'evidence.worm-unreachable': {
    zh: '未验证：{{store}} 没有应答。请检查存储服务和网络。',
    en: 'Not proven: {{store}} did not answer. Check the store and the network.',
  },
  'evidence.worm-unknown': {
    zh: '尚未验证。请启动后台程序（worker），它会在启动时和每晚验证。',
    en: 'Not tried yet. Start the worker: it tries at its start and every night.',
  },
  'evidence.corrupt': {
    zh: '证据库中的文件与台账记录不符（应为 {{sha256}}），已停止读取并记入台账。请立即通知管理员核查，切勿使用其他副本。',
    en: 'The stored file differs from what the ledger says (expected {{sha256}}). Reading was stopped and an alert recorded. Tell your administrator at once; don’t use another copy.',
  },
  'evidence.not-a-hash': {
    zh: '地址中的文件编号必须是 64 位小写十六进制的 SHA-256。请检查。',
    en: 'The file’s name in the address must be its SHA-256 as 64 lower-case hex digits. Check it.',
  },
};

const photos: MessageCatalogue = {
  'photo.too-large': {
    zh: '照片超过 {{limit}} MB，未保存。请用较小的尺寸重新拍摄或导出。',
    en: 'The photo is larger than {{limit}} MB and was not kept. Take or export it smaller.',
  },
  'photo.empty': {
    zh: '文件是空的。请重新选择照片后上传。',
    en: 'The file is empty. Choose the photo again and send it.',
  },
  'photo.wrong-hash': {
    zh: '收到的内容与声明的 SHA-256 不符（收到 {{found}}），未保存。请重新计算并上传原文件。',
    en: 'The bytes do not have the announced SHA-256 (received {{found}}); nothing was kept. Compute it again and send the original file.',
  },
  'photo.not-an-image': {
    zh: '内容不是可用的照片。请上传 JPEG、PNG 或 WebP 照片原文件；仅改文件名无效。',
    en: 'The content is not a photo that can be read. Send an original JPEG, PNG or WebP; renaming a file does not help.',
  },
  'photo.no-decoder': {
    zh: '本系统不能解码这种 HEIC 照片。请在手机上选择“兼容性最佳”（JPEG）后拍摄，或导出为 JPEG。',
    en: 'This kind of HEIC photo can’t be decoded here. Set the phone to “most compatible” (JPEG) or export it as JPEG.',
  },
  'photo.too-many-pixels': {
    zh: '照片为 {{width}} × {{height}} 像素，超过上限（每边 {{side}}，共 {{megapixels}} 百万像素）。请用较小的尺寸导出。',
    en: 'The photo has {{width}} × {{height}} pixels; at most {{side}} a side and {{megapixels}} million in all are taken. Export it smaller.',
  },
  'photo.several-frames': {
    zh: '文件含有多帧（动画）。请上传单张静态照片。',
    en: 'The file holds several frames (an animation). Send a single still photo.',
  },
  'photo.slow-to-decode': {
    zh: '照片解码超时，未保存。请稍后重试，或导出为普通 JPEG 后上传。',
    en: 'Decoding the photo took too long; nothing was kept. Try again later, or export it as a plain JPEG.',
  },
  'photo.heavy-to-decode': {
    zh: '解码这张照片所需的内存超过上限，未保存。请导出为普通 JPEG 或较小的尺寸后上传。',
    en: 'Decoding this photo takes more memory than a photo gets; nothing was kept. Export it as a plain JPEG, or smaller, and send that.',
  },
  'photo.no-view': {
    zh: '这张照片已损坏，按原样保存，没有可显示的图像。如有需要，请下载原件。',
    en: 'This photo is damaged: it is kept as received and has no view. Download the original if you need it.',
  },
  'photo.not-added': {
    zh: '这张照片尚未记入台账。请上传。',
    en: 'This photo is not recorded yet. Send it.',
  },
  'photo.unknown': {
    zh: '没有这张照片，或您无权查看。请检查编号。',
    en: 'There is no such photo, or it is not yours to see. Check its hash.',
  },
  'photo.subject-unknown': {
    zh: '没有可以关联照片的案件货物。请检查查扣编号。',
    en: 'There are no goods to which the photo could belong. Check the seizure’s id.',
  },
  'photo.lot-elsewhere': {
    zh: '品类行 {{lot}} 不属于这次查扣。请只填写本次查扣的品类行。',
    en: 'Lot {{lot}} does not belong to this seizure. Name lots of this seizure only.',
  },
};

const documents: MessageCatalogue = {
  'document.too-large': {
    zh: '文件超过 {{limit}} MB，未保存。请压缩或拆分后上传。',
    en: 'The document is larger than {{limit}} MB and was not kept. Make it smaller or split it.',
  },
  'document.empty': {
    zh: '文件是空的。请重新选择后上传。',
    en: 'The file is empty. Choose it again and send it.',
  },
  'document.wrong-hash': {
    zh: '收到的内容与声明的 SHA-256 不符（收到 {{found}}），未保存。请重新计算并上传原文件。',
    en: 'The bytes do not have the announced SHA-256 (received {{found}}); nothing was kept. Compute it again and send the original file.',
  },
  'document.not-a-document': {
    zh: '只接受 PDF、JPEG 或 PNG 文件。请转换后上传；仅改文件名无效。',
    en: 'Only PDF, JPEG and PNG are taken. Convert the file and send it; renaming it does not help.',
  },
  'document.unknown': {
    zh: '没有这个文件，或您无权查看。请检查编号。',
    en: 'There is no such document, or it is not yours to see. Check its hash.',
  },
};

/** What this library says. */
export const evidenceMessages: MessageCatalogue = { ...uploads, ...photos, ...documents };
