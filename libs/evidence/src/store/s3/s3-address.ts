import { ConfigError } from '#platform';

/** Where an S3 store is and who we are there. */
export interface S3Address {
  readonly host: string;
  readonly port?: number;
  readonly tls: boolean;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Evidence lies in this bucket, certificates and checkpoints in the one of {@link certificatesBucket}. */
  readonly bucket: string;
}

const shape =
  'EVIDENCE_STORE must be s3://key:secret@host[:port]/bucket, with ?region=…&tls=yes|no after it where needed ' +
  '(a key or secret with / + @ : % in it is written percent-encoded).';

/** Reads `s3://key:secret@host[:port]/bucket?region=&tls=`; throws {@link ConfigError} without repeating any of it. */
export function parseS3Address(text: string): S3Address {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bucket = url?.pathname.slice(1) ?? '';
  const tls = url?.searchParams.get('tls') ?? 'yes';
  const unknown = [...(url?.searchParams.keys() ?? [])].some((key) => key !== 'region' && key !== 'tls');
  // "-certificates" must fit behind the name within the 63 characters of a bucket.
  if (!url?.hostname || !/^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$/.test(bucket) || unknown || url.hash !== '') {
    throw new ConfigError(shape);
  }
  if (url.username === '' || url.password === '' || (tls !== 'yes' && tls !== 'no')) {
    throw new ConfigError(shape);
  }
  return {
    // The client takes IPv6 addresses without their brackets.
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port !== '' && { port: Number(url.port) }),
    tls: tls === 'yes',
    region: url.searchParams.get('region') || 'us-east-1',
    accessKey: decoded(url.username),
    secretKey: decoded(url.password),
    bucket,
  };
}

/** The address as people may see it: without key and secret. */
export function shownAddress({ host, port, bucket }: S3Address): string {
  return `s3://${host.includes(':') ? `[${host}]` : host}${port === undefined ? '' : `:${port}`}/${bucket}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ConfigError(shape);
  }
}
