import { Injectable } from '@nestjs/common';
import { CertificateQueries, type CertificateRecord } from '#certificates';
import { signatureOf } from '#entries';
import { PeopleQueries } from '#identity';
import type { CertificateNumber, PersonId } from '#kernel';
import { LedgerQueries, type NumberedEntry } from '#ledger';
import type { Response } from 'express';
import { presentCertificate } from '../../certificates/certificate.presenter.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { paperShown } from './paper-shown.js';

/** One certificate as a page: every step with its entry, who signed and how, the files. */
@Injectable()
export class CertificatePage {
  constructor(
    private readonly shell: Shell,
    private readonly certificates: CertificateQueries,
    private readonly ledger: LedgerQueries,
    private readonly people: PeopleQueries,
  ) {}

  async show(request: PageRequest, response: Response, number: CertificateNumber): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const record = await this.certificates.byNumber(number);
    const content = await this.certificates.content(number);
    const own = record.agency === actor.agency;
    await this.shell.send(request, response, 'certificates/certificate', {
      certificate: { ...presentCertificate(record), look: lookOf(record.state) },
      look: lookOf(record.state),
      paper: paperShown(content, words),
      steps: await this.steps(record, words),
      verifyUrl: this.certificates.verifyUrl(number),
      mayRevoke: own && record.state === 'issued' && may(actor, 'certificate.revoke'),
      done: queryText(request, 'done'),
    });
  }

  /** The state chain: what was recorded of this number, oldest first. */
  async steps({ number }: CertificateRecord, words: Words) {
    const entries = await this.ledger.entriesOfSubject('certificate', number);
    const ids = [...new Set(entries.map(({ entry }) => entry.actor.person))];
    const names = new Map((await this.people.byId(undefined, ids)).map(({ id, name }) => [id, name]));
    return entries.map((one) => stepShown(one, names, words));
  }
}

function stepShown({ seq, entry }: NumberedEntry, names: ReadonlyMap<PersonId, string>, words: Words) {
  const signature = signatureOf(entry);
  return {
    seq,
    id: entry.id,
    name: words.t(`entry.name-${entry.type}`),
    when: words.time(entry.recorded),
    bad: ['certificate.revoked', 'certificate.voided'].includes(entry.type),
    person: names.get(entry.actor.person) ?? '',
    ...(signature && { factor: signature.factor }),
  };
}
