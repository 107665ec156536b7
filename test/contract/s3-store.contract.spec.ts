import { describeS3, makeS3 } from '../support/s3.js';
import { describeEvidenceStore } from './evidence-store.contract.js';

describeS3('the S3 adapter', ({ name, url }) => {
  describeEvidenceStore(name, () => makeS3(url));
});
