/** Why a file can't be read as one of our papers; see `paperReasons` for what each asks of a person. */
export type PdfFaultCode = 'not-a-pdf' | 'truncated' | 'trailing-bytes' | 'structure-foreign' | 'too-large';

/** Thrown inside this lib only: the public functions turn it into data. */
export class PdfFault extends Error {
  constructor(
    readonly code: PdfFaultCode,
    readonly detail: string,
    readonly offset?: number,
  ) {
    super(offset === undefined ? `${code}: ${detail}` : `${code}: ${detail} at byte ${offset}`);
    this.name = 'PdfFault';
  }
}

/** Gives the result of reading, or undefined when the bytes are not what we write; bugs pass through. */
export function guarded<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfFault) return undefined;
    throw error;
  }
}
