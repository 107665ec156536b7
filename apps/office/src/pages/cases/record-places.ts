/** Where the pages of each kind of record are. */
export const recordPlaces = { appraisal: 'appraisals', decision: 'decisions', hold: 'holds' } as const;

/** What a paper attached on the page of each record is. */
export const paperKinds = {
  appraisal: 'appraisal-report',
  decision: 'decision-document',
  hold: 'hold-order',
} as const;
