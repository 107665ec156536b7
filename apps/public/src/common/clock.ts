/** Injection token of the Clock: the only source of the present. */
export const CLOCK = Symbol('clock');
