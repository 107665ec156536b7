/** The short code of a hand-over, as its page shows it. */
const codeOfTransfer = "'YJ-' || upper(right(t.id::text, 8))";
/** Columns in one order: kind, subject, reference, about, lots, since. `me` is the person and the agency. */
const lotsOf = '(SELECT count(*)::integer FROM state.lots l WHERE l.seizure = s.id)';
const undecided = `EXISTS (SELECT 1 FROM state.lots l WHERE l.seizure = s.id AND NOT EXISTS (
  SELECT 1 FROM state.decision_lots dl JOIN state.decisions d ON d.id = dl.decision
  WHERE dl.lot = l.id AND d.replaced_by IS NULL))`;
const withOfficers = `EXISTS (SELECT 1 FROM state.lots l JOIN state.balances b ON b.lot = l.id
  WHERE l.seizure = s.id AND b.account = 'with-officers' AND b.amount > 0
    AND NOT EXISTS (SELECT 1 FROM state.transfer_lines t WHERE t.lot = l.id AND t.open))`;

export const officerSql = [
  `SELECT 'confirm-seizure' AS kind, s.id::text AS subject, s.reference, s.case_number AS about, ${lotsOf} AS lots,
     s.happened AS since
   FROM state.seizures s, me WHERE me.person = ANY(s.officers) AND s.registrar <> me.person AND s.confirmed IS NULL`,
  `SELECT 'hand-over', s.id::text, s.reference, s.case_number, ${lotsOf}, s.happened
   FROM state.seizures s, me WHERE me.person = ANY(s.officers) AND s.confirmed IS NOT NULL AND ${withOfficers}`,
  `SELECT CASE s.measure WHEN 'advance-registration' THEN 'decide-registration' ELSE 'decide-seizure' END, s.id::text,
     s.reference, s.case_number, ${lotsOf}, s.happened
   FROM state.seizures s, me WHERE me.person = ANY(s.officers) AND ${undecided}`,
  `SELECT 'confirm-difference', t.id::text, ${codeOfTransfer}, coalesce(t.location, ''),
     (SELECT count(*)::integer FROM state.transfer_lines x WHERE x.transfer = t.id), t.accepted_at
   FROM state.transfers t, me WHERE t.state = 'awaiting-giver' AND t.giver = me.person`,
];

/** Grants that another administrator requested, of somebody else. */
export const adminSql = [
  `SELECT 'confirm-role' AS kind, q.entry::text AS subject, d.username AS reference, d.name AS about, NULL::integer AS lots,
     NULL::timestamptz AS since
   FROM state.role_requests q JOIN work.person_details d ON d.person = q.person, me
   WHERE q.open AND me.person NOT IN (q.person, q.requester)`,
];

export const custodySql = [
  `SELECT 'receive' AS kind, t.id::text AS subject, ${codeOfTransfer} AS reference,
     (SELECT string_agg(DISTINCT s.reference, ', ') FROM state.transfer_lines x JOIN state.lots l ON l.id = x.lot
        JOIN state.seizures s ON s.id = l.seizure WHERE x.transfer = t.id) AS about,
     (SELECT count(*)::integer FROM state.transfer_lines x WHERE x.transfer = t.id) AS lots,
     (SELECT min(s.happened) FROM state.transfer_lines x JOIN state.lots l ON l.id = x.lot
        JOIN state.seizures s ON s.id = l.seizure WHERE x.transfer = t.id) AS since
   FROM state.transfers t, me WHERE t.state = 'offered' AND t.receiver = me.person`,
  `SELECT 'stage', e.id::text, e.reference, e.site,
     (SELECT count(*)::integer FROM state.event_lines l WHERE l.event = e.id AND NOT l.excluded), e.starts_at
   FROM state.events e, me WHERE e.status = 'planned' AND EXISTS (SELECT 1 FROM state.event_lines l
     JOIN state.custody c ON c.lot = l.lot WHERE l.event = e.id AND c.custodian = me.person)`,
];

/**
 * Revocations that somebody else of the agency asked for (certificate.md: issuers and approvers confirm, never the one
 * who asked). One whose reason was erased can't be confirmed any more.
 */
export const revocationSql = [
  `SELECT 'confirm-revocation' AS kind, c.number AS subject, c.number AS reference, '' AS about,
     NULL::integer AS lots, NULL::timestamptz AS since
   FROM state.certificates c, me WHERE c.agency = me.agency AND c.state = 'issued'
     AND c.revocation_request IS NOT NULL AND c.revocation_by <> me.person
     AND (c.reason IS NOT NULL OR EXISTS (
       SELECT 1 FROM work.personal_data p WHERE p.commitment = c.revocation_reason))`,
];

const linesOf = '(SELECT count(*)::integer FROM state.batch_lines x WHERE x.submission = b.submission)';
const finalSince = `(SELECT min(d.final_at) FROM state.batch_lines x JOIN state.decisions d ON d.id = x.decision
  WHERE x.submission = b.submission AND x.status IN ('allocated', 'staged'))`;

export const disposalSql = {
  coordinator: [
    `SELECT 'plan-event' AS kind, b.id::text AS subject, b.reference, l.list ->> 'title' AS about, ${linesOf} AS lots,
       ${finalSince} AS since
     FROM state.batches b JOIN state.batch_lists l ON l.submission = b.submission, me
     WHERE b.agency = me.agency AND b.status = 'approved' AND EXISTS (SELECT 1 FROM state.batch_lines x
       WHERE x.submission = b.submission AND x.status = 'allocated') AND NOT EXISTS (SELECT 1 FROM state.events e
       WHERE e.submission = b.submission AND e.status IN ('planned', 'staged'))`,
    `SELECT 'run-event', e.id::text, e.reference, e.site,
       (SELECT count(*)::integer FROM state.event_lines l WHERE l.event = e.id AND NOT l.excluded), e.starts_at
     FROM state.events e, me WHERE e.agency = me.agency AND e.status = 'staged'`,
    `SELECT 'propose', d.id::text, d.number, '', count(*)::integer, d.final_at
     FROM state.decisions d JOIN state.decision_lots dl ON dl.decision = d.id
       JOIN state.balances b ON b.lot = dl.lot AND b.account = 'custody' AND b.amount > 0, me
     WHERE d.agency = me.agency AND d.replaced_by IS NULL AND d.kind <> 'return' GROUP BY d.id`,
  ],
  approver: [
    `SELECT CASE WHEN EXISTS (SELECT 1 FROM work.batch_reminders r WHERE r.submission = b.submission
         AND r.agency = me.agency) THEN 'approve-reminded' ELSE 'approve' END AS kind, b.id::text AS subject, b.reference, l.list ->> 'title' AS about, ${linesOf} AS lots,
       ${finalSince} AS since
     FROM state.batches b JOIN state.batch_lists l ON l.submission = b.submission, me
     WHERE b.status = 'submitted' AND me.agency = ANY(l.required) AND NOT EXISTS (
       SELECT 1 FROM state.batch_decisions x WHERE x.submission = b.submission AND x.agency = me.agency)`,
  ],
  witness: [
    `SELECT 'witness' AS kind, e.id::text AS subject, e.reference, e.site AS about,
       (SELECT count(*)::integer FROM state.event_lines l WHERE l.event = e.id AND NOT l.excluded) AS lots,
       e.starts_at AS since
     FROM state.events e, me WHERE e.status IN ('planned', 'staged') AND EXISTS (SELECT 1 FROM state.event_witnesses w
       WHERE w.event = e.id AND w.person = me.person) AND NOT EXISTS (SELECT 1 FROM state.statements x
       WHERE x.event = e.id AND x.person = me.person AND NOT x.stale)`,
  ],
  issuer: [
    `SELECT 'issue' AS kind, b.id::text AS subject, b.reference, l.list ->> 'title' AS about, ${linesOf} AS lots,
       NULL::timestamptz AS since
     FROM state.batches b JOIN state.batch_lists l ON l.submission = b.submission, me
     WHERE b.agency = me.agency AND b.status = 'approved'
       AND EXISTS (SELECT 1 FROM state.events e WHERE e.submission = b.submission AND e.status = 'closed')
       AND NOT EXISTS (SELECT 1 FROM state.events e WHERE e.submission = b.submission AND e.status IN ('planned', 'staged'))
       AND NOT EXISTS (SELECT 1 FROM state.batch_lines x WHERE x.submission = b.submission AND x.status = 'allocated')
       AND NOT EXISTS (SELECT 1 FROM state.certificates c WHERE c.submission = b.submission
         AND c.state IN ('numbered', 'prepared', 'issued'))`,
  ],
};
