/** Concerns that one address may report in an hour; the database holds the limit for everybody together. */
export const concernLimit = 6;
