import { batchesMessages } from '#batches';
import { catalogueMessages } from '#catalogue';
import { custodyMessages } from '#custody';
import { dutiesMessages } from '#duties';
import { identityMessages } from '#identity';
import { evidenceMessages } from '#evidence';
import { ledgerMessages } from '#ledger';
import { merkleMessages } from '#merkle';
import { numberMessages, textMessages } from '#papers';
import { fieldMessages, Messages, platformMessages } from '#platform';
import { quantityMessages } from '#quantity';
import { seizuresMessages } from '#seizures';

/** Everything that the staff application says, from the libs that say it. */
export const officeMessages = new Messages(
  platformMessages,
  fieldMessages,
  ledgerMessages,
  identityMessages,
  dutiesMessages,
  merkleMessages,
  textMessages,
  numberMessages,
  quantityMessages,
  catalogueMessages,
  seizuresMessages,
  custodyMessages,
  evidenceMessages,
  batchesMessages,
);
