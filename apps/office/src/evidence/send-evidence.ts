import { extensionOf, type EvidenceReader, type OpenedOriginal } from '#evidence';
import type { Actor } from '#identity';
import type { Sha256 } from '#kernel';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';

// What strangers made never runs in our origin, whatever it is.
const harmless = "default-src 'none'; sandbox";

/** Sends an original to whoever may have it, its reason noted, as an attachment; throws as {@link EvidenceReader.original}. */
export async function sendOriginal(
  response: Response,
  reader: EvidenceReader,
  actor: Actor,
  ask: Parameters<EvidenceReader['original']>[1],
): Promise<void> {
  await sendAttachment(response, ask.sha256, await reader.original(actor, ask));
}

/** Sends an original as an attachment named by its hash. */
async function sendAttachment(
  response: Response,
  sha256: Sha256,
  { stream, size, mediaType }: OpenedOriginal,
): Promise<void> {
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', size);
  response.setHeader('Content-Disposition', `attachment; filename="${sha256}.${extensionOf(mediaType)}"`);
  response.setHeader('Content-Security-Policy', harmless);
  response.setHeader('Cache-Control', 'private, no-store');
  try {
    await pipeline(stream, response);
  } catch (error) {
    // The reader went away: nobody is left to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** Answers a HEAD: nothing leaves, so nothing is read and no reason is asked. */
export function sendExists(response: Response, { mediaType }: { readonly mediaType: string }): void {
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Cache-Control', 'private, no-store');
  response.status(200).end();
}

/** Sends a view; who may see it can change, so no cache keeps it. */
export function sendView(response: Response, jpeg: Buffer): void {
  response.setHeader('Content-Type', 'image/jpeg');
  response.setHeader('Content-Length', jpeg.length);
  response.setHeader('Content-Disposition', 'inline');
  response.setHeader('Content-Security-Policy', harmless);
  response.setHeader('Cache-Control', 'private, no-store');
  response.end(jpeg);
}
