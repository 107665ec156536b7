/** Forms that one address may send in an hour, refused ones too; the database holds the limit for everybody together. */
export const concernLimit = 20;
