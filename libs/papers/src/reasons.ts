/** Why one signature of a paper does not hold. */
export type SignatureReason =
  | 'range-malformed'
  | 'range-hole'
  | 'range-short'
  | 'subfilter-unknown'
  | 'cms-malformed'
  | 'cms-not-detached'
  | 'cms-signers'
  | 'cms-attributes'
  | 'cms-signing-time'
  | 'digest-mismatch'
  | 'algorithm-unsupported'
  | 'signature-wrong'
  | 'certificate-missing'
  | 'certificate-mismatch'
  | 'certificate-usage'
  | 'certificate-not-yet-valid'
  | 'certificate-expired'
  | 'certificate-untrusted';

/** Why a file is not, byte for byte, one that was issued; the first of a list is the one to show large. */
export type PaperReason =
  | 'not-a-pdf'
  | 'too-large'
  | 'truncated'
  | 'bytes-changed'
  | 'bytes-appended'
  | 'pages-replaced'
  | 'attachment-replaced'
  | 'signature-stripped'
  | 'file-rewritten'
  | 'certification-missing'
  | 'signature-invalid'
  | 'unknown-file';
