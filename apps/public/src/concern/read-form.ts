import { urlencoded } from 'express';

/** The form at its limits takes 21 kB when every character is encoded; what is larger is no form of ours. */
export const readConcernForm = urlencoded({ extended: false, limit: '32kb', parameterLimit: 10 });
