import { derivedId } from '#kernel';
import { formatDate, type KeptSnapshot, type PublicEvent } from '#published';
import { formatAmount } from '#quantity';

/** Events of everybody (`all`), of one agency (`agency-mr`), or with one category (`category-clothing`). */
function chosen(events: readonly PublicEvent[], name: string): readonly PublicEvent[] | undefined {
  if (name === 'all') return events;
  const [, kind, code] = /^(agency|category)-([a-z0-9-]+)$/i.exec(name) ?? [];
  const found = events.filter(({ agency, totals }) =>
    kind === 'agency' ? agency.code === code : totals.some(({ category }) => category.code === code),
  );
  return kind === undefined || found.length === 0 ? undefined : found;
}

/** An Atom feed (RFC 4287) in Chinese with the English title beside; undefined for one that has no events. */
export function atomFeed({ content }: KeptSnapshot, name: string, base: string): string | undefined {
  const events = chosen(content.events, name);
  if (!events) return undefined;
  const entries = events.map((event) => entryOf(event, base)).join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>urn:uuid:${derivedId('feed', `${content.checkpoint.origin}/${name}`)}</id>
<title>罚没假冒侵权物品销毁公示 · Destroyed counterfeit goods</title>
<updated>${content.asOf}</updated>
<link rel="self" type="application/atom+xml" href="${escape(`${base}/feeds/${name}.atom`)}"/>
<link rel="alternate" type="text/html" href="${escape(`${base}/events`)}"/>
${entries}</feed>
`;
}

function entryOf(event: PublicEvent, base: string): string {
  const { batch, agency, certificate, destroyed, releasedAt, unitTotals } = event;
  const day = formatDate(destroyed.to, destroyed.utcOffset);
  const said = (language: 'zh' | 'en') =>
    unitTotals.map(({ amount, unit }) => `${formatAmount(amount)} ${unit[language]}`).join(', ');
  return `<entry>
<id>urn:uuid:${derivedId('feed-entry', certificate)}</id>
<title>${escape(`${day} ${agency.zh}: ${said('zh')}`)}</title>
<updated>${releasedAt}</updated>
<author><name>${escape(agency.zh)}</name></author>
<link rel="alternate" type="text/html" href="${escape(`${base}/events/${batch.reference}`)}"/>
<summary>${escape(`${agency.en}, ${day}: ${said('en')}. ${certificate}`)}</summary>
</entry>
`;
}

function escape(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found]!,
  );
}
