/**
 * One statement for each group; all take the same: what is looked for (plain), the agencies whose subjects are seen,
 * the reference after which the page starts, how many rows, the categories whose names fit, and whether the reference
 * must be the whole of what is looked for. Texts are compared in the form NFKC, as people type one and the same letter
 * in two widths. Only rows that an agency of the asker sees are compared at all: `state.visibility` is the index.
 */
export const askedSql = `WITH asked AS (SELECT $1::text AS needle, $2::uuid[] AS agencies, $3::text AS after,
  $4::integer AS most, $5::text[] AS categories, $6::boolean AS whole)`;

const has = (...texts: string[]) =>
  `strpos(lower(normalize(concat_ws(chr(31), ${texts.join(', ')}), NFKC)), asked.needle) > 0`;
const seen = (kind: string, subject: string) => `EXISTS (SELECT 1 FROM state.visibility v
  WHERE v.kind = '${kind}' AND v.subject = ${subject} AND v.agency = ANY(asked.agencies))`;
/** The number alone where it was typed whole, else any of the texts. */
const found = (reference: string, rest: string) =>
  `CASE WHEN asked.whole THEN lower(${reference}) = asked.needle ELSE (${rest}) END`;
const newest = (reference: string) => `AND (asked.after IS NULL OR ${reference} < asked.after)
  ORDER BY ${reference} DESC LIMIT (SELECT most FROM asked)`;

const officersOf = `EXISTS (SELECT 1 FROM work.person_details p WHERE p.person = ANY(s.officers) AND ${has('p.name')})`;
const papersOf = `EXISTS (SELECT 1 FROM state.lots l
  LEFT JOIN state.appraisals a ON a.id = l.appraisal
  LEFT JOIN state.decision_lots dl ON dl.lot = l.id LEFT JOIN state.decisions d ON d.id = dl.decision
  WHERE l.seizure = s.id AND ${has('d.number', 'a.report_number')})`;

const seizures = `SELECT s.id::text AS subject, s.reference, s.case_number AS about, s.place AS more,
    CASE WHEN s.confirmed IS NULL THEN 'unconfirmed' ELSE 'confirmed' END AS state
  FROM state.seizures s, asked
  WHERE ${seen('seizure', 's.id::text')} AND ${found(
    's.reference',
    `${has('s.reference', 's.case_number', 's.place')} OR ${officersOf} OR ${papersOf}`,
  )} ${newest('s.reference')}`;

const lots = `SELECT l.id::text AS subject, l.code AS reference,
    concat_ws(' · ', l.description, l.record ->> 'brand', l.record ->> 'variety') AS about, l.category AS more,
    NULL AS state
  FROM state.lots l JOIN state.seizures s ON s.id = l.seizure, asked
  WHERE ${seen('lot', 'l.id::text')} AND ${found(
    'l.code',
    `${has(
      'l.code',
      'l.category',
      'l.description',
      `l.record ->> 'brand'`,
      `l.record ->> 'variety'`,
      `l.record ->> 'specification'`,
      `l.record ->> 'barcode'`,
      `l.record ->> 'seals'`,
      's.case_number',
    )} OR l.category = ANY(asked.categories)`,
  )} ${newest('l.code')}`;

const batches = `SELECT d.id::text AS subject, d.reference, d.title AS about, a.code AS more,
    coalesce(b.status, 'draft') AS state
  FROM work.batch_drafts d JOIN state.agencies a ON a.id = d.agency LEFT JOIN state.batches b ON b.id = d.id, asked
  WHERE (d.agency = ANY(asked.agencies) OR ${seen('batch', 'd.id::text')})
    AND ${found('d.reference', has('d.reference', 'd.title'))} ${newest('d.reference')}`;

const events = `SELECT e.id::text AS subject, e.reference, site.value ->> 'name' AS about,
    site.value ->> 'address' AS more, e.status AS state
  FROM state.events e JOIN state.batch_lists l ON l.submission = e.submission
    LEFT JOIN LATERAL jsonb_array_elements(l.list -> 'sites') AS site (value) ON site.value ->> 'code' = e.site, asked
  WHERE ${seen('event', 'e.id::text')} AND ${found(
    'e.reference',
    has('e.reference', 'e.site', `site.value ->> 'name'`, `site.value ->> 'address'`, `l.list ->> 'title'`),
  )} ${newest('e.reference')}`;

const certificates = `SELECT c.number AS subject, c.number AS reference, l.list ->> 'title' AS about, b.reference AS more, c.state
  FROM state.certificates c JOIN state.batch_lists l ON l.submission = c.submission
    JOIN work.batch_drafts b ON b.id = c.batch, asked
  WHERE ${seen('certificate', 'c.number')} AND ${found(
    'c.number',
    has('c.number', `l.list ->> 'title'`, 'b.reference'),
  )} ${newest('c.number')}`;

/** Names and posts of colleagues are for everybody who is signed in (`people.read`); whoever left is not found. */
const people = `SELECT p.id::text AS subject, d.username AS reference, d.name AS about,
    a.code AS more, NULL AS state
  FROM state.persons p JOIN work.person_details d ON d.person = p.id JOIN state.agencies a ON a.id = p.agency, asked
  WHERE p.active AND NOT asked.whole AND ${has('d.username', 'd.name', 'a.code', 'a.name_zh', 'a.name_en')}
    AND (asked.after IS NULL OR d.username > asked.after)
  ORDER BY d.username LIMIT (SELECT most FROM asked)`;

export const searchSql = { seizures, lots, batches, events, certificates, people } as const;
