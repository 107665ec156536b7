/** Columns as in queue-sql: kind, subject, reference, about, lots, since. */
const standing = `FROM state.certificates c JOIN state.reports r ON r.number = c.number, me
  WHERE c.agency = me.agency AND r.released IS NOT NULL AND r.withdrawn IS NULL`;

/** From the moment at which the first of its decisions was replaced, or its certificate revoked. */
const endedSince = `(SELECT min(at) FROM (
  SELECT p.state_at AS at FROM published.certificates p WHERE p.number = c.number AND p.state = 'revoked'
  UNION ALL SELECT later.happened FROM state.batch_lines x JOIN state.decisions d ON d.id = x.decision
    JOIN state.decisions later ON later.id = d.replaced_by
    WHERE x.submission = c.submission AND x.status IN ('allocated', 'staged')) ends)`;

const withdraw = `SELECT 'withdraw-report' AS kind, number AS subject, number AS reference, '' AS about,
  NULL::integer AS lots, since FROM (SELECT c.number, ${endedSince} AS since ${standing}) w WHERE since IS NOT NULL`;

export const publicationSql = {
  coordinator: [
    `SELECT 'prepare-report' AS kind, c.number AS subject, c.number AS reference, '' AS about, NULL::integer AS lots,
       c.issued_at AS since
     FROM state.certificates c, me WHERE c.agency = me.agency AND c.state = 'issued'
       AND NOT EXISTS (SELECT 1 FROM state.reports r WHERE r.number = c.number)`,
    withdraw,
    `SELECT 'concern', c.id::text, c.reference, c.about, NULL::integer, NULL::timestamptz
     FROM work.concerns c JOIN state.agencies a ON a.code = c.agency, me
     WHERE a.id = me.agency AND c.handled IS NULL`,
  ],
  approver: [
    `SELECT 'release-report' AS kind, c.number AS subject, c.number AS reference, '' AS about, NULL::integer AS lots,
       c.issued_at AS since
     FROM state.certificates c JOIN state.reports r ON r.number = c.number, me
     WHERE c.agency = me.agency AND c.state = 'issued' AND r.released IS NULL AND r.prepared_by <> me.person`,
    withdraw,
  ],
  /** Concerns that name no agency, for whoever runs the installation. */
  admin: [
    `SELECT 'concern' AS kind, c.id::text AS subject, c.reference, c.about, NULL::integer AS lots,
       NULL::timestamptz AS since
     FROM work.concerns c, me WHERE c.agency IS NULL AND c.handled IS NULL AND EXISTS (SELECT 1 FROM state.agencies a
       WHERE a.id = me.agency AND 'installation' = ANY(a.functions))`,
  ],
};
