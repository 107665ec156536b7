/** A sentence for every code of this library; `{{fact}}` is filled from the error's facts. */
export const merkleMessages: Record<string, { zh: string; en: string }> = {
  'jcs.unsupported-type': {
    zh: '“{{pointer}}”处的值（{{found}}）不能写成 JSON。请只使用文字、整数、真/假、空值、列表和普通对象。',
    en: 'The value at "{{pointer}}" ({{found}}) can’t be written as JSON. Use only text, integers, true/false, null, lists and plain objects.',
  },
  'jcs.not-a-number': {
    zh: '“{{pointer}}”处的 {{found}} 不是有限的数。请填写有限的数。',
    en: '{{found}} at "{{pointer}}" is not a finite number. Give a finite number.',
  },
  'jcs.not-an-integer': {
    zh: '“{{pointer}}”处的数 {{found}} 不是可以准确表示的整数。数量请写成十进制文字，例如 "2356.3"。',
    en: 'The number {{found}} at "{{pointer}}" is not an exact integer. Write amounts as decimal text, for example "2356.3".',
  },
  'jcs.lone-surrogate': {
    zh: '“{{pointer}}”处的文字含有残缺的字符。请重新输入该文字。',
    en: 'The text at "{{pointer}}" contains half of a character. Type the text again.',
  },
  'jcs.too-deep': {
    zh: '“{{pointer}}”处嵌套超过 {{limit}} 层。请减少嵌套层数。',
    en: 'More than {{limit}} levels are nested at "{{pointer}}". Nest less deeply.',
  },
  'jcs.forbidden-key': {
    zh: '“{{pointer}}”使用了不允许的字段名。请改用其他字段名。',
    en: 'The field name at "{{pointer}}" is not allowed. Use another name.',
  },
  'jcs.not-canonical': {
    zh: '这些字节不是规范的 JSON（RFC 8785），原因：{{reason}}。请取得未经改动的原始字节，不要重新保存或排版。',
    en: 'These bytes are not canonical JSON (RFC 8785), reason: {{reason}}. Get the original bytes, not saved or formatted anew.',
  },
  'note.text': {
    zh: '待签名的文字必须以换行结束，且不含控制字符。请更正后再签名。',
    en: 'Text to be signed must end in a line feed and hold no control characters. Correct it and sign again.',
  },
  'note.key-name': {
    zh: '密钥名称“{{name}}”为空，或含有空格、加号或控制字符。请改用不含这些字符的名称。',
    en: 'The key name "{{name}}" is empty or holds a space, a plus or a control character. Choose a name without them.',
  },
  'note.key-type': {
    zh: '该密钥的类型是 {{found}}。日志签名需要 Ed25519 密钥，请更换密钥。',
    en: 'This key is of type {{found}}. Signing the log needs an Ed25519 key: configure one.',
  },
  'note.verifier-key': {
    zh: '该验证公钥无法识别，或其编号与名称、密钥不符。请从发布机构重新完整复制。',
    en: 'This verifier key can’t be read, or its id does not belong to its name and key. Copy it in full from the publishing agency.',
  },
  'note.malformed': {
    zh: '该签名文本格式不正确。请使用原始文件，不要改动空格或换行。',
    en: 'This signed note is malformed. Use the original file, with its spaces and line ends unchanged.',
  },
  'note.bad-signature': {
    zh: '“{{name}}”的签名与内容不符：内容已被改动或签名系伪造。请勿采信，并向发布机构核实。',
    en: 'The signature of "{{name}}" does not match: the text was changed or the signature forged. Don’t rely on it; ask the publishing agency.',
  },
  'note.unknown-signer': {
    zh: '没有任何签名来自您所信任的密钥（签名者：{{names}}）。请添加发布机构的验证公钥后再试。',
    en: 'No signature is by a key that you trust (signed by: {{names}}). Add the agency’s verifier key and try again.',
  },
  'checkpoint.malformed': {
    zh: '该检查点格式不正确。请重新取得台账的检查点原文。',
    en: 'This checkpoint is malformed. Get the checkpoint of the ledger again, as it was published.',
  },
  'checkpoint.foreign-signer': {
    zh: '该检查点属于“{{origin}}”，但没有以该台账的密钥签名。请勿采信，并向发布机构核实。',
    en: 'This checkpoint is about "{{origin}}" but is not signed by that ledger’s key. Don’t rely on it; ask the publishing agency.',
  },
  'proof.malformed': {
    zh: '该台账证明格式不正确。请使用原始文件。',
    en: 'This ledger proof is malformed. Use the original file.',
  },
  'proof.no-entry': {
    zh: '该台账证明未附带记录原文。请使用证书中内嵌的证明，或另行提供记录原文。',
    en: 'This ledger proof does not carry its entry. Use the proof inside the certificate, or give the entry too.',
  },
  'proof.outside-tree': {
    zh: '所问的记录不在该检查点范围内。请使用不早于该记录的检查点，且起点不得大于终点。',
    en: 'What was asked for is not covered by that checkpoint. Use a checkpoint that is not older than the entry, and a start not after the end.',
  },
  'proof.not-included': {
    zh: '该证明不能说明第 {{seq}} 号记录包含在规模为 {{size}} 的台账中。请勿采信，并向发布机构核实。',
    en: 'The proof does not show that entry {{seq}} stands in the ledger of size {{size}}. Don’t rely on it; ask the publishing agency.',
  },
};
