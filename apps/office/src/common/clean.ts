/** Text as it is kept: Unicode normal form C, without spaces around it. */
export function clean(text: string): string {
  return text.normalize('NFC').trim();
}

/**
 * The optional texts of a request that were given, cleaned; absent and null fields are left out, since entries know
 * neither.
 */
export function given<T extends object, K extends keyof T & string>(
  values: T,
  ...names: readonly K[]
): { [Name in K]?: NonNullable<T[Name]> } {
  const present = names
    .map((name) => [name, values[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]);
  return Object.fromEntries(present) as { [Name in K]?: NonNullable<T[Name]> };
}
