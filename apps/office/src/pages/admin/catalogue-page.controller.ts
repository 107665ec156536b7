import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CatalogueService, type OverrideKind, type OverrideRequest } from '#catalogue';
import { Permit } from '#identity';
import { DomainError, type JsonObject } from '#kernel';
import type { Response } from 'express';
import { OverrideDto } from '../../catalogue/dto/catalogue.dto.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, formCommand, newKey, submit } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { CataloguePage } from './catalogue-page.service.js';

const kinds: readonly OverrideKind[] = ['unit', 'category', 'method'];
const fieldOf = (pointer: string) => ['row', 'reason'].find((field) => pointer.startsWith(`/${field}`));

/** What the catalogue has and where each row comes from; what this installation changes in it. */
@ApiExcludeController()
@Controller('admin/catalogue')
export class CataloguePageController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly page: CataloguePage,
  ) {}

  @Get()
  @Permit('catalogue.override')
  list(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.page.list(request, response);
  }

  @Get(':kind/:code')
  @Permit('catalogue.override')
  show(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param() { kind, code }: { kind: string; code: string },
  ): Promise<void> {
    return this.page.row(request, response, { kind: kindOf(kind), code, values: {} });
  }

  /** `do`: the row as typed, or switched off or on. A new code makes a new row. */
  @Post(':kind/:code')
  @HttpCode(200)
  @Permit('catalogue.override')
  override(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param() { kind: name, code }: { kind: string; code: string },
    @Body() body: FormValues = {},
  ): Promise<void> {
    const kind = kindOf(name);
    const act = async () => {
      const asked = askedFor(kind, code, body);
      const dto = await checked(OverrideDto, asked);
      return this.catalogue.override(formCommand(request, body, dto), asked);
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/admin/catalogue/${kind}/${encodeURIComponent(outcome.result.code)}`, outcome),
      again: (error) => this.again(request, response, { kind, code, values: body }, error),
    });
  }

  private again(
    request: PageRequest,
    response: Response,
    shown: { kind: OverrideKind; code: string; values: FormValues },
    error: DomainError,
  ): Promise<void> {
    const values = { ...shown.values, key: newKey() };
    const errors = formErrors(error, this.page.words(request), fieldOf);
    return this.page.row(request, response, { ...shown, values }, errors);
  }
}

function kindOf(text: string): OverrideKind {
  const kind = kinds.find((one) => one === text);
  if (kind) return kind;
  throw new DomainError('missing', 'problem.not-found');
}

/** Every change needs a reason here: those who read the ledger later will ask for it. */
function askedFor(
  kind: OverrideKind,
  code: string,
  values: FormValues,
): OverrideRequest & { reason: string } {
  const reason = text(values, 'reason');
  if (reason === '')
    throw new DomainError('invalid', 'request.invalid', {}, [
      { pointer: '/reason', code: 'field.isNotEmpty' },
    ]);
  const wish = text(values, 'do');
  const given = { kind, reason };
  if (wish === 'disable' || wish === 'enable') return { ...given, action: wish, code };
  return { ...given, action: 'put', row: rowIn(text(values, 'row')) };
}

function rowIn(typed: string): JsonObject {
  const wrong = () =>
    new DomainError('invalid', 'request.invalid', {}, [{ pointer: '/row', code: 'admin.row-not-json' }]);
  try {
    const row: unknown = JSON.parse(typed);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as JsonObject;
  } catch {
    throw wrong();
  }
  throw wrong();
}
