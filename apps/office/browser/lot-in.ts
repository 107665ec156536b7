/** The lot that a scanned or typed text names, by id or code in small letters; empty where it names none. */
export function lotIn(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, id] = /^https?:\/\/[^/\s]+\/lots\/([0-9a-f-]{36})\/?(?:[?#]\S*)?$/.exec(plain) ?? [];
  return id ?? (/^lot-\d{4}-\d{5,}$/.test(plain) ? plain : '');
}
