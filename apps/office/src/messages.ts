import { catalogueMessages } from '#catalogue';
import { identityMessages } from '#identity';
import { ledgerMessages } from '#ledger';
import { merkleMessages } from '#merkle';
import { fieldMessages, Messages, platformMessages } from '#platform';
import { quantityMessages } from '#quantity';

/** Everything that the staff application says, from the libs that say it. */
export const officeMessages = new Messages(
  platformMessages,
  fieldMessages,
  ledgerMessages,
  identityMessages,
  merkleMessages,
  quantityMessages,
  catalogueMessages,
);
