/** What the device wrote into the photo: claims, never proof (evidence.md). */
export interface DeviceClaims {
  /** `2026-11-20T10:00:00+08:00`; without offset where the device gave none. */
  readonly takenAt?: string;
  readonly software?: string;
  /** Personal data: kept outside of the ledger. */
  readonly device?: Readonly<Record<string, string>>;
  /** Degrees (WGS 84) as decimal strings; personal data. */
  readonly position?: { readonly latitude: string; readonly longitude: string };
}

/**
 * Reads raw EXIF values (tag name → value, not interpreted) into claims; whatever does not look like what the
 * Exif standard (CIPA DC-008) asks for is left out, for anyone may write anything there.
 */
export function claimsOf(raw: Readonly<Record<string, unknown>>): DeviceClaims {
  const takenAt = takenAtOf(raw);
  const software = cleaned(raw['Software']);
  const device = deviceOf(raw);
  const position = positionOf(raw);
  return {
    ...(takenAt !== undefined && { takenAt }),
    ...(software !== undefined && { software }),
    ...(device && { device }),
    ...(position && { position }),
  };
}

function takenAtOf(raw: Readonly<Record<string, unknown>>): string | undefined {
  const time = raw['DateTimeOriginal'] ?? raw['CreateDate'];
  const parts = typeof time === 'string' ? /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(time) : null;
  if (!parts) return undefined;
  const [, year, month, day, clock] = parts;
  const local = `${year}-${month}-${day}T${clock}`;
  const milliseconds = Date.parse(`${local}Z`);
  // Date.parse rolls 30 February over instead of refusing it.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 19) !== local)
    return undefined;
  const offset = raw['OffsetTimeOriginal'] ?? raw['OffsetTime'];
  return typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? `${local}${offset}` : local;
}

function deviceOf(raw: Readonly<Record<string, unknown>>): Record<string, string> | undefined {
  const device: Record<string, string> = {};
  for (const [name, tag] of [
    ['make', 'Make'],
    ['model', 'Model'],
    ['serial', 'SerialNumber'],
    ['serial', 'BodySerialNumber'],
  ] as const) {
    const value = cleaned(raw[tag]);
    if (value !== undefined) device[name] = value;
  }
  return Object.keys(device).length > 0 ? device : undefined;
}

function positionOf(raw: Readonly<Record<string, unknown>>): DeviceClaims['position'] {
  const { latitude, longitude } = raw;
  if (!within(latitude, 90) || !within(longitude, 180)) return undefined;
  return { latitude: degrees(latitude), longitude: degrees(longitude) };
}

function within(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}

/** Six decimals are about 0.1 m; decimal text, since canonical JSON takes no fractions. */
function degrees(value: number): string {
  return value.toFixed(6);
}

/** One line of at most 100 code units without control, direction and half characters; undefined where nothing is left. */
function cleaned(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value.replace(/[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}]/gu, '').trim();
  // Cut by code points, so that no half character is left.
  let text = '';
  for (const character of line) if (text.length + character.length <= 100) text += character;
  return text === '' ? undefined : text;
}
