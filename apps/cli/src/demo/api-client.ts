import { setTimeout as wait } from 'node:timers/promises';

/** An answer other than 2xx, with the problem document. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: { type?: string; detail?: string; errors?: unknown },
    request: string,
  ) {
    super(
      `${request}: ${String(status)} ${problem.type ?? ''} ${problem.detail ?? ''} ${JSON.stringify(problem.errors ?? '')}`,
    );
  }
}

const busyStatuses = new Set([429, 503]);

/** A person's signed-in access to the REST interface. */
export class ApiClient {
  constructor(
    private readonly base: string,
    private readonly token: string,
    private readonly password: string,
  ) {}

  static async signIn(base: string, username: string, password: string): Promise<ApiClient> {
    const anonymous = new ApiClient(base, '', password);
    const { token } = await anonymous.post<{ token: string }>('/api/v1/sessions', { username, password });
    return new ApiClient(base, token, password);
  }

  get<T = Json>(path: string): Promise<T> {
    return this.send('GET', path);
  }
  /** `key` is the Idempotency-Key; requests that carry an id need none. */
  post<T = Json>(path: string, body: object, key?: string): Promise<T> {
    return this.send('POST', path, { bytes: JSON.stringify(body), type: 'application/json', key });
  }
  put<T = Json>(path: string, body: object, key?: string): Promise<T> {
    return this.send('PUT', path, { bytes: JSON.stringify(body), type: 'application/json', key });
  }
  putPhoto<T = Json>(path: string, bytes: Uint8Array): Promise<T> {
    return this.send('PUT', path, { bytes, type: 'image/jpeg' });
  }

  /** A fresh step-up of this person for one purpose and hash. */
  async stepUp(purpose: string, sha256: string): Promise<string> {
    const body = { purpose, sha256, password: this.password };
    const { stepUp } = await this.post<{ stepUp: string }>('/api/v1/step-ups', body);
    return stepUp;
  }

  private async send<T>(method: string, path: string, content?: Content): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(this.base + path, {
        method,
        headers: {
          ...(this.token !== '' && { authorization: `Bearer ${this.token}` }),
          ...(content && { 'content-type': content.type }),
          ...(content?.key !== undefined && { 'idempotency-key': content.key }),
        },
        ...(content && { body: content.bytes }),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as T;
      if (!busyStatuses.has(response.status) || attempt === 5) {
        throw new ApiError(response.status, problemIn(text), `${method} ${path}`);
      }
      await wait(Number(response.headers.get('retry-after') ?? attempt) * 1000);
    }
  }
}

interface Content {
  readonly bytes: string | Uint8Array;
  readonly type: string;
  readonly key?: string | undefined;
}

/** What the interface answers, as far as the stories look at it. */
export type Json = Record<string, never>;

function problemIn(text: string): { detail?: string } {
  try {
    return JSON.parse(text) as { detail?: string };
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
