/** The site to which passkeys are bound (WebAuthn Level 3, 5.1.2). */
export interface PasskeySite {
  /** Relying party id: the host of the staff site. */
  readonly rpId: string;
  /** The only origin whose pages may ask; undefined on localhost, where the port is of no account. */
  readonly origin?: string;
}

/**
 * Pure: what the address of the staff site makes of passkeys; undefined where browsers refuse them: on an address
 * that is a number (Chromium: "This is an invalid domain"), and without TLS anywhere but on `localhost`.
 */
export function passkeySite(officeUrl: string): PasskeySite | undefined {
  const { protocol, hostname, origin } = new URL(officeUrl);
  if (hostname === 'localhost') return { rpId: 'localhost' };
  // URL writes addresses in one way: four decimal numbers, or in brackets.
  const number = /^(\[|\d+\.\d+\.\d+\.\d+$)/.test(hostname);
  return protocol !== 'https:' || number ? undefined : { rpId: hostname, origin };
}
