/** Injection token of the address under which readers find this site. */
export const PUBLIC_URL = Symbol('public url');
