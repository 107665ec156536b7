#!/bin/sh
# Makes the buckets with Object Lock and the account that the applications use. May be repeated.
set -eu

mc alias set --quiet store http://minio:9000 "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD"
# Object Lock, and versioning with it, can only be switched on when a bucket is made.
mc mb --quiet --with-lock --ignore-existing store/evidence
mc mb --quiet --with-lock --ignore-existing store/evidence-certificates
mc retention set --quiet --default GOVERNANCE "$EVIDENCE_RETENTION" store/evidence
# COMPLIANCE: nobody shortens it, not even the root account of the store.
mc retention set --quiet --default COMPLIANCE "$EVIDENCE_RETENTION" store/evidence-certificates

# No right to override GOVERNANCE. Only the canaries of the probe may be deleted: what refuses it then is their lock,
# not a right that is missing.
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
        "s3:GetBucketVersioning",
        "s3:GetBucketObjectLockConfiguration"
      ],
      "Resource": ["arn:aws:s3:::evidence", "arn:aws:s3:::evidence-certificates"]
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
        "s3:PutObjectLegalHold"
      ],
      "Resource": ["arn:aws:s3:::evidence/*", "arn:aws:s3:::evidence-certificates/*"]
    },
    {
      "Effect": "Allow",
      "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
      "Resource": ["arn:aws:s3:::evidence/probe-*", "arn:aws:s3:::evidence-certificates/probe-*"]
    }
  ]
}
POLICY
mc admin policy create store evidence-writer /tmp/evidence-policy.json
mc admin user add store "$EVIDENCE_KEY" "$EVIDENCE_SECRET"
# Fails when it is attached already; then there is nothing to do.
mc admin policy attach store evidence-writer --user "$EVIDENCE_KEY" ||
  mc admin policy entities store --user "$EVIDENCE_KEY" | grep -q evidence-writer
