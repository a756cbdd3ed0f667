/**
 * Where an outside judge says something else than the others, each with the reason.
 */
export const disagreements: ReadonlyMap<string, string> = new Map([
  [
    'pyhanko lock all',
    'pyHanko counts the new field of a later document timestamp among the fields that FieldMDP /All locks; EU DSS ' +
      'passes it, and EN 319 142-1 wants such timestamps to be possible. No mode presets that lock.',
  ],
  [
    'pyhanko locked form',
    'pyHanko takes the appearance of a locked text field for changed in each later revision, unless it was written by the ' +
      'very revision that locks it (its rule for appearances changed in place looks at the last change only); nothing ' +
      'touched it. Our mode `issue` writes the appearances it locks, and passes.',
  ],
  [
    'dss ed25519',
    'the default policy of EU DSS does not authorise EdDSA; the format is judged all the same.',
  ],
  ['pdfsig ed25519', 'poppler knows no EdDSA.'],
  [
    'signed/840aad439eba69db1a5b.pdf modification',
    'recorded twice, with pyHanko’s default policy and with one that allows nothing but the structure of the file; the ' +
      'first is what we compare with.',
  ],
  ['signed/840aad439eba69db1a5b.pdf docmdp', 'the same.'],
  ['openssl ed25519', 'OpenSSL 3.0 verifies no EdDSA in CMS.'],
  ['mutool ed25519', 'MuPDF knows no EdDSA.'],
  ['mutool rsa-pss', 'MuPDF knows no RSASSA-PSS.'],
])
