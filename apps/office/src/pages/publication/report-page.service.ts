import { Injectable } from '@nestjs/common';
import { CertificateQueries } from '#certificates';
import { PeopleQueries } from '#identity';
import type { CertificateNumber, DomainError, Instant, PersonId } from '#kernel';
import {
  longestDescription,
  mostPhotos,
  ReportQueries,
  type EventPhoto,
  type ReportShown,
} from '#publication';
import type { Response } from 'express';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { may } from '../shell/navigation.js';
import { lookOf } from '../shell/looks.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { fieldOf, plainCounts } from './report-form.js';

interface Again {
  readonly error: DomainError;
  readonly values: FormValues;
  readonly rows?: readonly number[];
}

/** What is published of a certificate: who prepared, who releases, what exactly the public sees. */
@Injectable()
export class ReportPage {
  constructor(
    private readonly shell: Shell,
    private readonly certificates: CertificateQueries,
    private readonly reports: ReportQueries,
    private readonly people: PeopleQueries,
  ) {}

  async photos(number: CertificateNumber): Promise<EventPhoto[]> {
    return this.reports.photos((await this.certificates.byNumber(number)).submission);
  }

  async show(
    request: PageRequest,
    response: Response,
    { number, view }: { number: CertificateNumber; view: 'report' | 'withdrawal' },
    again?: Again,
  ): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const certificate = await this.certificates.byNumber(number);
    const report = await this.reports.of(number);
    const photos = await this.reports.photos(certificate.submission);
    const own = certificate.agency === actor.agency;
    const open = report.state === 'none' || report.state === 'withdrawn';
    await this.shell.send(request, response, `publication/${view}`, {
      ...{ number, report, limits: { photos: mostPhotos, description: longestDescription } },
      standing: certificate.state === 'issued',
      look: lookOf(report.state === 'released' ? 'accepted' : report.state),
      history: await this.history(report, words),
      photos: photos.map((photo, row) => ({ ...photo, row, stage: words.t(`stage.${photo.stage}`) })),
      chosen: (report.content?.photos ?? []).map((one) => ({ ...one, stage: words.t(`stage.${one.stage}`) })),
      mayPrepare: own && open && certificate.state === 'issued' && may(actor, 'report.prepare'),
      mayRelease: own && report.state === 'prepared' && may(actor, 'report.release'),
      isPreparer: report.preparedBy === actor.person,
      mayWithdraw: own && report.state === 'released' && may(actor, 'report.withdraw'),
      done: queryText(request, 'done'),
      key: newKey(),
      values: {},
      fields: {},
      ...(again && {
        values: again.values,
        ...formErrors(plainCounts(again.error), words, (pointer) =>
          view === 'report' ? fieldOf(pointer, again.rows ?? []) : pointer.slice(1),
        ),
      }),
    });
  }

  /** Every step with its person and time. */
  private async history(report: ReportShown, words: Words) {
    const steps: [string, PersonId | undefined, Instant | undefined][] = [
      ['publication.step-prepared', report.preparedBy, report.preparedAt],
      ['publication.step-released', report.releasedBy, report.releasedAt],
      ['publication.step-withdrawn', report.withdrawnBy, report.withdrawnAt],
    ];
    const done = steps.filter(([, person]) => person !== undefined);
    const people = await this.people.byId(
      undefined,
      done.map(([, person]) => person!),
    );
    return done.map(([code, person, at]) => ({
      what: words.t(code),
      name: people.find(({ id }) => id === person)?.name ?? '',
      time: at ? words.time(at) : '',
    }));
  }
}
