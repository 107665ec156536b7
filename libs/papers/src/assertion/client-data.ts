/** What the browser says about the ceremony (WebAuthn Level 3, 5.8.1). */
export interface ClientData {
  readonly type: string;
  /** base64url. */
  readonly challenge: string;
  readonly origin: string;
  readonly crossOrigin: boolean;
}

/** Reads client data; undefined where the bytes are no JSON object with these members. Other members may follow. */
export function readClientData(bytes: Buffer): ClientData | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, challenge, origin, crossOrigin } = value as Record<string, unknown>;
  if (typeof type !== 'string' || typeof challenge !== 'string' || typeof origin !== 'string')
    return undefined;
  return { type, challenge, origin, crossOrigin: crossOrigin === true };
}

/**
 * Whether a page of this origin may use passkeys of `rpId`: the asked origin itself where one is given; else https
 * on the host or below it. `localhost` is the one host on which browsers take plain http, on any port.
 */
export function originFits(
  origin: string,
  { rpId, origin: exact }: { readonly rpId: string; readonly origin?: string },
): boolean {
  if (exact !== undefined && origin !== exact) return false;
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname, origin: canonical } = new URL(origin);
  if (canonical !== origin) return false;
  if (rpId === 'localhost') return hostname === 'localhost' && ['http:', 'https:'].includes(protocol);
  return protocol === 'https:' && (hostname === rpId || hostname.endsWith(`.${rpId}`));
}
