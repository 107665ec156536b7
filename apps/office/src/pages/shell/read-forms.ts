import { urlencoded, type NextFunction, type Request, type Response } from 'express';

/** A form of 1,000 lines with a dozen fields each fits; what is larger is no form of ours. */
const parse = urlencoded({ extended: false, limit: '4mb', parameterLimit: 20_000 });

/** Reads the forms of pages. The interface for programs takes JSON alone. */
export function readForms(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) next();
  else parse(request, response, next);
}
