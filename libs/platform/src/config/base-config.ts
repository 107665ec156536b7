import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

/** A decimal number in an environment variable. */
export const AsInteger = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  );

const proxy = '(loopback|linklocal|uniquelocal|[0-9a-f.:]{2,}(/\\d{1,3})?)';
const proxies = new RegExp(`^([1-9]|${proxy}(,${proxy})*)$`, 'i');

/** What every application of the system reads from the environment (running.md). */
export class BaseConfig {
  @IsIn(['production', 'development', 'test'])
  NODE_ENV: string = 'development';

  /** Photos, keys and the embedded database live below this directory. */
  @IsString()
  DATA_DIR: string = './var';

  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL!: string;

  @IsOptional()
  @IsString()
  EVIDENCE_STORE?: string;

  /** A second store that the worker keeps complete and repairs from. */
  @IsOptional()
  @IsString()
  EVIDENCE_COPY?: string;

  /** Most MiB a second that the worker reads to hash stored evidence again. */
  @IsOptional()
  @AsInteger()
  @IsInt()
  @Min(1)
  @Max(10_000)
  EVIDENCE_SCRUB_MB_PER_SECOND?: number;

  /** Most MiB of evidence that one person may send within 24 hours. */
  @IsOptional()
  @AsInteger()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  EVIDENCE_PERSON_DAILY_MB?: number;

  /** Most MiB of photos and documents of one seizure. */
  @IsOptional()
  @AsInteger()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  EVIDENCE_SEIZURE_MB?: number;

  @IsString()
  HOST: string = '127.0.0.1';

  /** Address of the public site, printed in QR codes. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  PUBLIC_URL: string = 'http://localhost:3001';

  /**
   * Who may say for whom a request comes (X-Forwarded-For, X-Forwarded-Proto): how many proxies stand before us, or
   * their addresses. Without it nobody is believed: an address that a client makes up would escape every limit.
   */
  @IsOptional()
  @Matches(proxies)
  TRUST_PROXY?: string;

  @IsIn(['prc'])
  RULE_PACK: string = 'prc';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  LOG_LEVEL: string = 'info';

  @IsOptional()
  @AsInteger()
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL?: number;
}
