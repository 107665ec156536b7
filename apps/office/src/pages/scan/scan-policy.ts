import type { Response } from 'express';

/**
 * Lets this page compile WebAssembly, which the reader of QR codes needs: the rest of the policy stays as strict as
 * on every page, and no other page gets this.
 */
export function allowScanning(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader(
    'Content-Security-Policy',
    policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  );
}
