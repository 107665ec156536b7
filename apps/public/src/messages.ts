import { merkleMessages } from '#merkle';
import { numberMessages, paperMessages } from '#papers';
import { fieldMessages, Messages, platformMessages } from '#platform';
import { publishedMessages } from '#published';
import { concernMessages } from './concern-messages.js';
import { localCheckMessages } from './local-check-messages.js';
import { pageMessages } from './page-messages.js';
import { transparencyMessages } from './transparency-messages.js';

/** Everything that the public site says. */
export const publicMessages = new Messages(
  platformMessages,
  fieldMessages,
  merkleMessages,
  numberMessages,
  paperMessages,
  publishedMessages,
  pageMessages,
  transparencyMessages,
  concernMessages,
  localCheckMessages,
);
