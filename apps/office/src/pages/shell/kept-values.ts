/** What of a submitted form may travel through the sign-in page: neither secrets nor tokens of the old session. */
export function keptValues(body: unknown): Record<string, string | string[]> | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const kept = Object.entries(body).filter(
    ([name, value]) => name !== 'csrf' && !/password/i.test(name) && isFormValue(value),
  );
  return kept.length > 0 ? (Object.fromEntries(kept) as Record<string, string | string[]>) : undefined;
}

/** The form that was kept, as pairs for hidden fields; undefined for anything that no page of ours wrote. */
export function keptForm(text: unknown): { action: string; fields: [string, string][] } | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  const kept = parsed(text);
  const values = keptValues(kept?.values);
  if (!values || typeof kept?.action !== 'string' || !/^\/(?![/\\])[\w/.-]*$/.test(kept.action))
    return undefined;
  const fields = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return { action: kept.action, fields };
}

function parsed(text: string): { action?: unknown; values?: unknown } | undefined {
  try {
    return JSON.parse(text) as { action?: unknown; values?: unknown };
  } catch {
    return undefined;
  }
}

function isFormValue(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}
