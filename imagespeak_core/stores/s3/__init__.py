"""Blobs in a bucket of Amazon S3."""
