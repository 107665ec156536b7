#!/bin/sh
# Makes the evidence bucket with Object Lock and the account that the applications use. May be repeated.
set -eu

mc alias set --quiet store http://minio:9000 "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD"
mc mb --quiet --with-lock --ignore-existing store/evidence
# COMPLIANCE: nobody shortens it, not even the root account of the store.
mc retention set --quiet --default COMPLIANCE "$EVIDENCE_RETENTION" store/evidence

cat >/tmp/evidence-policy.json <<'POLICY'
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetBucketLocation",
        "s3:ListBucket",
        "s3:ListBucketVersions",
        "s3:ListBucketMultipartUploads",
        "s3:GetBucketObjectLockConfiguration"
      ],
      "Resource": ["arn:aws:s3:::evidence"]
    },
    {
      "Effect": "Allow",
      "Action": [
        "s3:PutObject",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:GetObjectRetention",
        "s3:PutObjectRetention",
        "s3:GetObjectLegalHold",
        "s3:PutObjectLegalHold",
        "s3:AbortMultipartUpload",
        "s3:ListMultipartUploadParts"
      ],
      "Resource": ["arn:aws:s3:::evidence/*"]
    }
  ]
}
POLICY
mc admin policy create store evidence-writer /tmp/evidence-policy.json
mc admin user add store "$EVIDENCE_KEY" "$EVIDENCE_SECRET"
# Fails when it is attached already; then there is nothing to do.
mc admin policy attach store evidence-writer --user "$EVIDENCE_KEY" ||
  mc admin policy entities store --user "$EVIDENCE_KEY" | grep -q evidence-writer
