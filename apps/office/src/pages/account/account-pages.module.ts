import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { AccountPage } from './account-page.service.js';
import { PasskeysPageController } from './passkeys-page.controller.js';

/** The pages about oneself. */
@Module({ controllers: [AccountController, PasskeysPageController], providers: [AccountPage] })
export class AccountPagesModule {}
