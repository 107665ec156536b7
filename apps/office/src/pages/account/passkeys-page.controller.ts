import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PasskeysService, Permit } from '#identity';
import type { Response } from 'express';
import { PasskeyDto } from '../../identity/dto/sessions.dto.js';
import { formCommand, submit } from '../shell/form-page.js';
import { checked, jsonIn, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { AccountPage } from './account-page.service.js';

/** Adding and removing one's passkeys in the browser. */
@ApiExcludeController()
@Controller('account/passkeys')
export class PasskeysPageController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly page: AccountPage,
  ) {}

  /** The page's script asked the device and put its answer into the field `made`. */
  @Post()
  @Permit('passkey.manage')
  enrol(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const act = async () => {
      const made = jsonIn(body, 'made');
      const asked = await checked(PasskeyDto, { ...made, name: text(body, 'name') });
      const { name, credential, clientDataJSON, attestationObject, transports = [] } = asked;
      const given = { name, credential, clientDataJSON, attestationObject, transports };
      return this.passkeys.enrol(formCommand(request, body, asked), request.session.actor, given);
    };
    return submit(response, act, {
      to: ({ entry }) => `/account?enrolled=${entry.seq}#passkeys`,
      again: (error) =>
        this.page.show(request, response, { error, fieldOf, passkeyName: text(body, 'name') }),
    });
  }

  @Post('removal')
  @Permit('passkey.manage')
  remove(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const credential = text(body, 'credential');
    const act = () => {
      const command = formCommand(request, body, {});
      return this.passkeys.remove(command, request.session.actor, credential);
    };
    return submit(response, act, {
      to: ({ entry }) => `/account?removed=${entry.seq}#passkeys`,
      again: (error) => this.page.show(request, response, { error, fieldOf }),
    });
  }
}

function fieldOf(pointer: string): string | undefined {
  return pointer === '/name' ? 'name' : undefined;
}
