/**
 * What an auditor should look at first. Every statement gives kind, where it leads (`place`, `subject`), `reference`,
 * `about`, `since` and the ledger's `entry`; `asked` has the agencies looked at, the present and the legal time limits.
 */
export const askedSql = `WITH asked AS (SELECT $1::uuid[] AS agencies, $2::timestamptz AS now, $3::interval AS hand_over,
  $4::interval AS registration, $5::interval AS seizure, $6::interval AS destruction)`;

const seen = (kind: string, subject: string) => `EXISTS (SELECT 1 FROM state.visibility v
  WHERE v.kind = '${kind}' AND v.subject = ${subject} AND v.agency = ANY(asked.agencies))`;
const columns = (kind: string, place: string) => `SELECT '${kind}' AS kind, '${place}' AS place`;
/** The first entry that posted goods of a lot to an account. */
const firstPosting = (account: string) => `LEFT JOIN LATERAL (SELECT e.id, e.recorded FROM ledger.entry_lots x
    JOIN ledger.entries e ON e.id = x.entry
  WHERE x.lot = l.id AND e.json @> jsonb_build_object('postings', jsonb_build_array(
    jsonb_build_object('lot', l.id::text, 'to', '${account}')))
  ORDER BY e.recorded LIMIT 1) p ON true`;
const onAccount = (kind: string, account: string) => `${columns(kind, 'lots')}, l.id::text AS subject,
    l.code AS reference, trim_scale(b.amount)::text || ' ' || g.unit AS about, p.recorded AS since, p.id AS entry
  FROM state.balances b JOIN state.lots l ON l.id = b.lot JOIN state.goods g ON g.lot = b.lot ${firstPosting(account)},
    asked WHERE b.account = '${account}' AND b.amount <> 0 AND ${seen('lot', 'l.id::text')}`;
const undecided = `EXISTS (SELECT 1 FROM state.lots l WHERE l.seizure = s.id AND NOT EXISTS (
  SELECT 1 FROM state.decision_lots dl JOIN state.decisions d ON d.id = dl.decision
  WHERE dl.lot = l.id AND d.replaced_by IS NULL))`;
const withOfficers = `EXISTS (SELECT 1 FROM state.lots l JOIN state.balances b ON b.lot = l.id
  WHERE l.seizure = s.id AND b.account = 'with-officers' AND b.amount > 0)`;
const overdue = (kind: string, limit: string, still: string) => `${columns(kind, 'seizures')}, s.id::text,
    s.reference, s.case_number, s.happened + asked.${limit}, s.registered
  FROM state.seizures s, asked
  WHERE s.happened + asked.${limit} < asked.now AND ${still} AND ${seen('seizure', 's.id::text')}`;

export const exceptionSql: Readonly<Record<string, string>> = {
  'evidence-damaged': `${columns('evidence-damaged', 'lots')}, l.id::text, l.code, f.sha256, e.recorded, f.entry
    FROM state.evidence_faults f JOIN ledger.entries e ON e.id = f.entry
      JOIN state.photos p ON p.sha256 = f.sha256 JOIN state.photo_lots pl ON pl.photo = p.id
      JOIN state.lots l ON l.id = pl.lot, asked
    WHERE f.repaired IS NULL AND ${seen('lot', 'l.id::text')}`,
  shortage: onAccount('shortage', 'shortage'),
  'certificate-stuck': `${columns('certificate-stuck', 'certificates')}, c.number, c.number, i.failure, c.issued_at, c.numbered
    FROM state.certificates c JOIN work.certificate_inputs i ON i.number = c.number, asked
    WHERE c.state IN ('numbered', 'prepared') AND i.failures > 0 AND ${seen('certificate', 'c.number')}`,
  'registration-overdue': overdue(
    'registration-overdue',
    'registration',
    `s.measure = 'advance-registration' AND ${undecided}`,
  ),
  'seizure-overdue': overdue(
    'seizure-overdue',
    'seizure',
    `s.measure <> 'advance-registration' AND ${undecided}`,
  ),
  'hand-over-overdue': overdue('hand-over-overdue', 'hand_over', withOfficers),
  'destruction-overdue': `${columns('destruction-overdue', 'lots')}, l.id::text, l.code, d.number,
      d.final_at + asked.destruction, d.entry
    FROM state.decisions d JOIN state.decision_lots dl ON dl.decision = d.id JOIN state.lots l ON l.id = dl.lot, asked
    WHERE d.replaced_by IS NULL AND d.kind <> 'return' AND d.final_at + asked.destruction < asked.now
      AND EXISTS (SELECT 1 FROM state.balances b WHERE b.lot = l.id AND b.amount > 0
        AND b.account IN ('with-officers', 'custody', 'allocated', 'staged')) AND ${seen('lot', 'l.id::text')}`,
  'count-difference': `${columns('count-difference', 'transfers')}, t.id::text, l.code,
      trim_scale(x.offered)::text || ' → ' || trim_scale(x.received)::text || ' ' || x.unit, t.accepted_at, t.accepted
    FROM state.transfer_lines x JOIN state.transfers t ON t.id = x.transfer JOIN state.lots l ON l.id = x.lot, asked
    WHERE x.received IS NOT NULL AND x.received <> x.offered AND ${seen('transfer', 't.id::text')}`,
  'seals-broken': `${columns('seals-broken', 'transfers')}, t.id::text, l.code, x.note, t.accepted_at, t.accepted
    FROM state.transfer_lines x JOIN state.transfers t ON t.id = x.transfer JOIN state.lots l ON l.id = x.lot, asked
    WHERE x.seals_intact = 'no' AND ${seen('transfer', 't.id::text')}`,
  'count-refused': `${columns('count-refused', 'transfers')}, t.id::text, 'YJ-' || upper(right(t.id::text, 8)),
      t.refusal_reason, t.ended_at, t.ended
    FROM state.transfers t, asked WHERE t.state = 'refused' AND ${seen('transfer', 't.id::text')}`,
  weighing: onAccount('weighing', 'weighing-difference'),
  late: `${columns('late', 'ledger')}, s.seq::text, e.subject_kind, e.json ->> 'lateReason', e.recorded, e.id
    FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id, asked
    WHERE e.json ? 'lateReason' AND (e.json #>> '{actor,agency}')::uuid = ANY(asked.agencies)`,
  revoked: `${columns('revoked', 'certificates')}, c.number, c.number, c.reason, c.issued_at, c.issued
    FROM state.certificates c, asked WHERE c.state IN ('revoked', 'voided') AND ${seen('certificate', 'c.number')}`,
  'lone-admin': `${columns('lone-admin', 'ledger')}, s.seq::text, coalesce(d.username, e.subject_id), e.json #>> '{data,role}', e.recorded, e.id
    FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id JOIN state.persons p ON p.id::text = e.subject_id
      LEFT JOIN work.person_details d ON d.person = p.id, asked
    WHERE e.type = 'role.granted' AND e.json #>> '{data,bootstrap}' = 'true' AND p.agency = ANY(asked.agencies)`,
  hold: `${columns('hold', 'lots')}, l.id::text, l.code, h.reason, h.placed_at, h.placed
    FROM state.holds h JOIN state.hold_lots hl ON hl.hold = h.id JOIN state.lots l ON l.id = hl.lot, asked
    WHERE h.released IS NULL AND ${seen('lot', 'l.id::text')}`,
  excluded: `${columns('excluded', 'batches')}, b.id::text, b.reference || ' · ' || l.code, x.reason, e.recorded, x.entry
    FROM state.batch_exclusions x JOIN state.batches b ON b.submission = x.submission JOIN state.lots l ON l.id = x.lot
      JOIN ledger.entries e ON e.id = x.entry, asked
    WHERE ${seen('batch', 'b.id::text')} AND ${seen('lot', 'l.id::text')}`,
  'original-read': `${columns('original-read', 'photos')}, r.sha256, left(r.sha256, 12), r.reason, r.at, NULL::uuid
    FROM work.original_reads r, asked WHERE r.agency = ANY(asked.agencies)`,
};
