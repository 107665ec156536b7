import { batchesMessages } from '#batches';
import { catalogueMessages } from '#catalogue';
import { certificatesMessages } from '#certificates';
import { custodyMessages } from '#custody';
import { destructionMessages } from '#destruction';
import { dutiesMessages } from '#duties';
import { identityMessages } from '#identity';
import { evidenceMessages } from '#evidence';
import { ledgerMessages } from '#ledger';
import { merkleMessages } from '#merkle';
import { textMessages } from '#papers';
import { fieldMessages, Messages, platformMessages } from '#platform';
import { publicationMessages } from '#publication';
import { quantityMessages } from '#quantity';
import { seizuresMessages } from '#seizures';
import { officePageMessages } from './pages/messages/page-messages.js';

/** Everything that the staff application says, from the libs that say it. */
export const officeMessages = new Messages(
  platformMessages,
  fieldMessages,
  ledgerMessages,
  identityMessages,
  dutiesMessages,
  merkleMessages,
  textMessages,
  quantityMessages,
  catalogueMessages,
  seizuresMessages,
  custodyMessages,
  evidenceMessages,
  batchesMessages,
  destructionMessages,
  certificatesMessages,
  publicationMessages,
  officePageMessages,
);
