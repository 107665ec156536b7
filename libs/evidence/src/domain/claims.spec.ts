import { claimsOf } from './claims.js';

describe('claims of a device', () => {
  it('are time with offset, software, device and position', () => {
    const raw = {
      DateTimeOriginal: '2026:11:20 10:00:00',
      OffsetTimeOriginal: '+08:00',
      Make: 'ACME',
      Model: 'Phone 7',
      BodySerialNumber: '123',
      Software: 'Camera 1.2',
      latitude: 30.25,
      longitude: -120.16666666666667,
    };
    expect(claimsOf(raw)).toEqual({
      takenAt: '2026-11-20T10:00:00+08:00',
      software: 'Camera 1.2',
      device: { make: 'ACME', model: 'Phone 7', serial: '123' },
      position: { latitude: '30.250000', longitude: '-120.166667' },
    });
  });

  it('leave the offset out where the device gives none, and fall back to the time of digitising', () => {
    expect(claimsOf({ CreateDate: '2026:11:20 10:00:00' })).toEqual({ takenAt: '2026-11-20T10:00:00' });
  });

  it.each([
    '2026:02:30 10:00:00',
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    'yesterday',
    7,
    null,
    '2026:11:20 25:00:00',
  ])('leave out a time that does not exist: %j', (DateTimeOriginal) =>
    expect(claimsOf({ DateTimeOriginal })).toEqual({}),
  );

  it.each([
    [91, 0],
    [0, 181],
    [Number.NaN, 0],
    ['30', '120'],
    [undefined, 120],
  ])('leave out a position outside of the globe: %p, %p', (latitude, longitude) => {
    expect(claimsOf({ latitude, longitude })).toEqual({});
  });

  it('are cleaned of control, direction and half characters and bounded, since anyone may write anything there', () => {
    const claims = claimsOf({
      Software: '\u0000a\u202Eb\r\n\ud800c\u200b',
      Model: '𮯰'.repeat(99),
      Make: '\u0007',
    });
    expect(claims.software).toBe('abc');
    expect(claims.device).toEqual({ model: '𮯰'.repeat(50) });
  });

  it('never hold names of people', () => {
    expect(claimsOf({ Artist: 'ZHANG SAN', Copyright: 'ZHANG SAN', OwnerName: 'ZHANG SAN' })).toEqual({});
  });
});
