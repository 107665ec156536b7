import type { MessageCatalogue } from '#platform';
import { accountMessages } from './account-messages.js';
import { actionMessages } from './action-messages.js';
import { adminMessages } from './admin-messages.js';
import { auditMessages } from './audit-messages.js';
import { installationMessages } from './installation-messages.js';
import { approvalMessages } from './approval-messages.js';
import { builderMessages } from './builder-messages.js';
import { builderStepMessages } from './builder-step-messages.js';
import { certificatePageMessages } from './certificate-messages.js';
import { caseFileMessages } from './case-file-messages.js';
import { caseMessages } from './case-messages.js';
import { custodyPageMessages } from './custody-messages.js';
import { differenceMessages } from './difference-messages.js';
import { disposalMessages } from './disposal-messages.js';
import { publicationPageMessages } from './publication-messages.js';
import { searchMessages } from './search-messages.js';
import { draftMessages } from './draft-messages.js';
import { recordMessages } from './record-messages.js';
import { eventMessages } from './event-messages.js';
import { eventOpenMessages } from './event-open-messages.js';
import { registrationMessages } from './registration-messages.js';
import { lotPageMessages } from './lot-messages.js';
import { queueMessages } from './queue-messages.js';
import { shellMessages } from './shell-messages.js';
import { storeMessages } from './store-messages.js';
import { ledgerMessages } from './ledger-messages.js';
import { agencyMessages } from './agency-messages.js';
import { wordMessages } from './word-messages.js';

/** Every text of the staff pages. */
export const officePageMessages: MessageCatalogue = {
  ...shellMessages,
  ...queueMessages,
  ...wordMessages,
  ...caseMessages,
  ...caseFileMessages,
  ...disposalMessages,
  ...registrationMessages,
  ...recordMessages,
  ...draftMessages,
  ...actionMessages,
  ...publicationPageMessages,
  ...approvalMessages,
  ...builderMessages,
  ...eventMessages,
  ...eventOpenMessages,
  ...differenceMessages,
  ...builderStepMessages,
  ...searchMessages,
  ...adminMessages,
  ...auditMessages,
  ...installationMessages,
  ...accountMessages,
  ...certificatePageMessages,
  ...custodyPageMessages,
  ...lotPageMessages,
  ...agencyMessages,
  ...ledgerMessages,
  ...storeMessages,
};
